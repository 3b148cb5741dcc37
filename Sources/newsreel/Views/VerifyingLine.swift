internal import Reel
internal import Synchronization

/// The progress of a verification: `articles  [=====>    ] 41 %  812 MB/s`.
final class VerifyingLine: Sendable {
    private struct State {
        var name = ""
        var began = ContinuousClock.now
        var shown = ContinuousClock.now
        var done: UInt64 = 0
    }

    private let line = ProgressLine()
    private let state = Mutex(State())

    /// Begins with another thing; its speed is measured from now on.
    func begin(_ name: String) { state.withLock { $0 = State(name: name) } }

    func show(records progress: VerifyProgress) { draw(done: progress.doneBytes, total: progress.totalBytes) }

    /// Takes in that so many bytes more were read.
    func show(digested bytes: UInt64, of total: UInt64) {
        let (done, isDue) = state.withLock { state in
            state.done += bytes
            let isDue = state.shown.duration(to: .now) >= .milliseconds(100)
            if isDue { state.shown = .now }
            return (state.done, isDue)
        }
        if isDue { draw(done: done, total: total) }
    }

    func clear() { line.clear() }

    private func draw(done: UInt64, total: UInt64) {
        let (name, seconds) = state.withLock { ($0.name, $0.began.duration(to: .now) / .seconds(1)) }
        let percent = Int(100 * done / max(1, total))
        let speed = seconds > 0 ? Int(Double(done) / seconds / 1e6) : 0
        line.show("\(name)  " + ProgressLine.bar(done: percent, total: 100, label: "\(percent) %  \(speed) MB/s"))
    }
}
