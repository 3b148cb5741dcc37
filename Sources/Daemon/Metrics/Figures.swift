internal import ControlProtocol
internal import CoreMetrics
internal import Synchronization

/// One figure of the registry.
protocol Figure: AnyObject, Sendable {
    var kind: MetricsText.Kind { get }
    func write(_ name: String, _ labels: [(name: String, value: String)], to text: inout MetricsText)
}

/// A sum that only grows.
final class CountedFigure: Figure, CounterHandler {
    private let sum = Atomic<Int64>(0)

    var kind: MetricsText.Kind { .counter }
    func increment(by amount: Int64) { sum.wrappingAdd(max(0, amount), ordering: .relaxed) }
    func reset() { sum.store(0, ordering: .relaxed) }

    func write(_ name: String, _ labels: [(name: String, value: String)], to text: inout MetricsText) {
        text.line(name, labels, Double(sum.load(ordering: .relaxed)))
    }
}

/// The last value.
final class GaugeFigure: Figure, RecorderHandler {
    private let value = Mutex(0.0)

    var kind: MetricsText.Kind { .gauge }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { self.value.withLock { $0 = value } }

    func write(_ name: String, _ labels: [(name: String, value: String)], to text: inout MetricsText) {
        text.line(name, labels, value.withLock { $0 })
    }
}

/// How many values were at most how large; of times in seconds.
final class HistogramFigure: Figure, RecorderHandler, TimerHandler {
    private struct State {
        var counts = [Int](repeating: 0, count: HistogramFigure.bounds.count)
        var count = 0
        var sum = 0.0
    }

    private static let bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

    private let state = Mutex(State())

    var kind: MetricsText.Kind { .histogram }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        state.withLock { state in
            state.count += 1
            state.sum += value
            if let index = HistogramFigure.bounds.firstIndex(where: { value <= $0 }) { state.counts[index] += 1 }
        }
    }

    func write(_ name: String, _ labels: [(name: String, value: String)], to text: inout MetricsText) {
        let state = state.withLock { $0 }
        var below = 0
        for (bound, count) in zip(HistogramFigure.bounds, state.counts) {
            below += count
            text.line(name + "_bucket", labels + [("le", MetricsText.number(bound))], Double(below))
        }
        text.line(name + "_bucket", labels + [("le", "+Inf")], Double(state.count))
        text.line(name + "_sum", labels, state.sum)
        text.line(name + "_count", labels, Double(state.count))
    }
}
