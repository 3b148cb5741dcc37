internal import ControlProtocol
internal import Model

/// The status on one screen: is it well, what is it doing, what is wrong.
struct StatusView {
    let status: StatusReport
    let terminal: Terminal
    let now: Timestamp

    var lines: [String] {
        headline + [""] + numbers + reels + [disk, configuration] + errors
    }

    private var headline: [String] {
        let style: Style =
            switch status.state {
            case .running: .good
            case .degraded, .starting, .stopping: .warning
            }
        let state = style.apply(status.state.rawValue, on: terminal)
        let uptime = Amount.span(seconds: status.uptimeSeconds)
        let first = "newsreeld \(CleanText.line(status.version)) is \(state), up \(uptime) (pid \(status.pid))"
        return [first] + status.problems.map { "  " + Style.warning.apply("! ", on: terminal) + CleanText.line($0) }
    }

    private var numbers: [String] {
        let sources = status.sources
        let queue = status.queue
        let rates = status.rates
        var parts = ["\(Amount.count(sources.active)) active"]
        if sources.paused > 0 { parts.append("\(Amount.count(sources.paused)) paused") }
        if sources.broken > 0 { parts.append(Style.bad.apply("\(Amount.count(sources.broken)) broken", on: terminal)) }
        var waiting = [
            "\(Amount.count(queue.inFlight)) in flight", "\(Amount.count(queue.due)) due",
            "\(Amount.count(queue.waiting)) waiting",
        ]
        if status.lagSeconds > 0 { waiting.append("late by \(Amount.span(seconds: status.lagSeconds))") }
        let speed =
            "\(rate(rates.fetchesPerMinute)) fetches, \(rate(rates.articlesPerMinute)) articles, "
            + "\(Amount.bytes(UInt64(max(0, rates.bytesPerMinute)))) a minute"
        let rows = [
            ("sources", parts.joined(separator: ", ")), ("queue", waiting.joined(separator: ", ")), ("pages", funnel),
            ("", failures), ("rate", speed),
        ]
        return rows.filter { !$0.1.isEmpty }.map(row)
    }

    private var funnel: String {
        let funnel = status.funnel
        let parts = Outcome.allCases.filter { $0.endedWell && funnel[$0] > 0 }.map {
            OutcomeView.counted($0, funnel[$0])
        }
        return (["\(Amount.count(funnel.fetched)) fetched"] + parts).joined(separator: ", ")
    }

    private var failures: String {
        let funnel = status.funnel
        guard funnel.failed > 0 else { return "" }
        let parts = Outcome.allCases.filter { !$0.endedWell && funnel[$0] > 0 }.map {
            OutcomeView.counted($0, funnel[$0])
        }
        return Style.bad.apply("\(Amount.count(funnel.failed)) failed", on: terminal)
            + ": " + parts.joined(separator: ", ")
    }

    private var reels: [String] {
        status.reels.enumerated().map { number, reel in
            let records = reel.records.map { ", \(Amount.count($0)) new records" } ?? ""
            return row(
                number == 0 ? "reels" : "",
                DisplayWidth.pad(CleanText.line(reel.name), to: 10) + Amount.bytes(reel.bytes)
                    + " in \(Amount.plural(reel.segments, "segment"))\(records)")
        }
    }

    private var disk: String {
        row("disk", "\(Amount.bytes(status.disk.availableBytes)) free, \(Amount.bytes(status.disk.usedBytes)) used")
    }

    private var configuration: String {
        let loaded = LocalTime.relative(status.configuration.loaded.timestamp, now: now)
        return row("config", "\(CleanText.line(status.configuration.path)), loaded \(loaded)")
    }

    private var errors: [String] {
        guard !status.lastErrors.isEmpty else { return [] }
        let lines = status.lastErrors.suffix(5).map { error in
            let what = [error.outcome.map { OutcomeView.words($0) }, error.source, error.url].compactMap(\.self)
            let line = "\(LocalTime.clock(error.time.timestamp))  \(what.joined(separator: "  "))  \(error.message)"
            return "  " + fit(CleanText.line(line), indent: 2)
        }
        return ["", "last errors"] + lines
    }

    private func row(_ name: String, _ text: String) -> String {
        Style.faint.apply(DisplayWidth.pad(name, to: 9), on: terminal) + text
    }

    private func fit(_ text: String, indent: Int) -> String {
        terminal.width.map { DisplayWidth.cut(text, to: $0 - indent) } ?? text
    }

    private func rate(_ number: Double) -> String {
        number >= 10 || number == number.rounded() ? "\(Int(number.rounded()))" : "\((number * 10).rounded() / 10)"
    }
}
