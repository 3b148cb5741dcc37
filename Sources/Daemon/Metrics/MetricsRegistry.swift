package import ControlProtocol
package import CoreMetrics
internal import Synchronization

/// The program's figures in memory: what swift-metrics counts into, and what `/metrics` shows.
///
/// Counters count, recorders that aggregate and timers are histograms, other recorders are gauges. Figures are never forgotten: labels
/// must come from a bounded set, such as the outcomes or the configured sources.
package final class MetricsRegistry: MetricsFactory {
    private let families = Mutex<[String: [Labels: any Figure]]>([:])

    package init() {}

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        figure(label, dimensions, CountedFigure.init)
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        aggregate ? figure(label, dimensions, HistogramFigure.init) : figure(label, dimensions, GaugeFigure.init)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        figure(label, dimensions, HistogramFigure.init)
    }

    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    /// All families by their names, in Prometheus' text form.
    package func write(to text: inout MetricsText) {
        let all = families.withLock { $0 }
        for (name, figures) in all.sorted(by: { $0.key < $1.key }) {
            let ordered = figures.sorted { $0.key < $1.key }
            guard let kind = ordered.first?.value.kind else { continue }
            text.begin(name, kind, MetricsRegistry.help[name] ?? "")
            for (labels, figure) in ordered { figure.write(name, labels.pairs, to: &text) }
        }
    }

    private func figure<Made: Figure>(_ name: String, _ labels: [(String, String)], _ make: () -> Made) -> Made {
        families.withLock { families in
            let labels = Labels(labels)
            if let known = families[name]?[labels] as? Made { return known }
            let made = make()
            families[name, default: [:]][labels] = made
            return made
        }
    }
}

/// The labels of one figure, in the order of their names.
private struct Labels: Hashable, Comparable {
    let names: [String]
    let values: [String]

    init(_ pairs: [(String, String)]) {
        let sorted = pairs.sorted { $0.0 < $1.0 }
        names = sorted.map(\.0)
        values = sorted.map(\.1)
    }

    var pairs: [(name: String, value: String)] { Array(zip(names, values)) }

    static func < (left: Labels, right: Labels) -> Bool {
        left.values.lexicographicallyPrecedes(right.values)
    }
}
