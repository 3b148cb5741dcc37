internal import ControlClient
internal import ControlProtocol
internal import Model
internal import Synchronization

/// Prints what becomes of a fetch as it is told, with a progress line below, and knows at the end whether all is well.
final class FetchFollower: Sendable {
    private struct State {
        var counts: [Outcome: Int] = [:]
        var done = 0
        var total = 0
        var isOK: Bool?
    }

    private let json: Bool
    private let terminal: Terminal
    private let progress: ProgressLine
    private let output: Output
    private let now: @Sendable () -> ContinuousClock.Instant
    private let began: ContinuousClock.Instant
    private let state = Mutex(State())

    init(
        json: Bool, terminal: Terminal, output: Output = .standard,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.output = output
        self.now = now
        began = now()
        self.json = json
        self.terminal = terminal
        progress = ProgressLine(terminal: terminal)
    }

    /// Takes a line of the stream.
    func take(_ line: [UInt8]) throws {
        let event = try StreamLine.value(line, as: FetchEvent.self)
        state.withLock { note(event, &$0) }
        if event.kind == .outcome { try progress.around { try print(event, line) } }
        progress.show(event.kind == .done ? "" : state.withLock { bar($0) })
    }

    /// Whether the daemon has told of anything.
    var hasBegun: Bool { state.withLock { $0.total > 0 } }

    /// Sums up, and throws where a page did not end well.
    func finish() throws {
        progress.clear()
        let (counts, isOK) = state.withLock { ($0.counts, $0.isOK) }
        let bad = counts.filter { !$0.key.endedWell }.values.reduce(0, +)
        if !json, counts.values.reduce(0, +) != 1 { try output.line(summary(counts)) }
        try output.flush()
        guard let isOK else {
            // What was in flight and cancelled is still in the queue too.
            let left = state.withLock { max(0, $0.total - $0.done) + $0.counts[.cancelled, default: 0] }
            throw CommandFailure(
                "the daemon ended before the fetch did; what is left (\(Amount.plural(left, "page"))) it fetches after its next start"
            )
        }
        guard isOK, bad == 0 else { throw FoundDamage() }
    }

    private func note(_ event: FetchEvent, _ state: inout State) {
        switch event.kind {
        case .queued: state.total += 1
        case .outcome:
            state.done += 1
            if let outcome = event.outcome { state.counts[outcome, default: 0] += 1 }
        case .progress: break
        case .done: state.isOK = event.ok ?? false
        }
        if let done = event.done { state.done = done }
        state.total = max(event.total ?? state.total, state.done)
    }

    private func print(_ event: FetchEvent, _ line: [UInt8]) throws {
        if json {
            try output.write(line + [UInt8(ascii: "\n")])
        } else {
            try output.line(FetchLine(event).text(on: terminal))
        }
        try output.flush()
    }

    /// How far it is, and what has come of it so far.
    var bar: String { state.withLock { bar($0) } }

    private func bar(_ state: State) -> String {
        let bar = ProgressLine.bar(done: state.done, total: state.total)
        let parts = Outcome.allCases.compactMap { outcome in
            state.counts[outcome].map { OutcomeView.counted(outcome, $0) }
        }
        let text = [bar, parts.joined(separator: ", "), pace(state)].filter { !$0.isEmpty }.joined(separator: "  ")
        return terminal.width.map { DisplayWidth.cut(text, to: $0) } ?? text
    }

    /// How fast it goes, and how long the rest takes at that; nothing before there is something to judge by.
    private func pace(_ state: State) -> String {
        let elapsed = Double(began.duration(to: now()) / .milliseconds(1)) / 1000
        guard elapsed >= 2, state.done >= 5, state.done < state.total else { return "" }
        let rate = Double(state.done) / elapsed
        let left = Int((Double(state.total - state.done) / rate).rounded(.up))
        return "\((rate * 10).rounded() / 10) a second, \(Amount.span(seconds: left)) left"
    }

    private func summary(_ counts: [Outcome: Int]) -> String {
        let parts = Outcome.allCases.compactMap { outcome in
            counts[outcome].map { OutcomeView.counted(outcome, $0) }
        }
        let pages = Amount.plural(counts.values.reduce(0, +), "page")
        return parts.isEmpty ? "\(pages): nothing was due" : "\(pages): \(parts.joined(separator: ", "))"
    }
}
