import Logging
import Model
import Synchronization
import Testing

@testable import Daemon

@Suite struct RepetitionsTests {
    private static let start = ContinuousClock.now

    private func entry(_ words: String, _ level: Logger.Level = .error, url: String = "u", event: OperatorEvent? = nil)
        -> LogEntry
    {
        var fields = [("url", url)]
        if let event { fields.append((OperatorEvent.key, event.rawValue)) }
        return LogEntry(level: level, words: words, fields: fields)
    }

    /// What is written of events that come at these seconds.
    private func written(_ events: [(Int, LogEntry)], end: Int? = nil) -> [String] {
        let lines = Mutex<[String]>([])
        let now = Mutex(RepetitionsTests.start)
        let log = DaemonLog(
            level: .trace, sink: .other { entry in lines.withLock { $0.append(entry.text) } },
            now: { now.withLock { $0 } })
        for (second, entry) in events {
            now.withLock { $0 = RepetitionsTests.start.advanced(by: .seconds(second)) }
            log.write(entry)
        }
        if let end {
            now.withLock { $0 = RepetitionsTests.start.advanced(by: .seconds(end)) }
            log.tellRepetitions()
        } else {
            log.tellRepetitions(all: true)
        }
        return lines.withLock { $0 }
    }

    @Test func fiveAreWrittenAndTheRestIsCounted() {
        let lines = written((0..<12).map { ($0, entry("no room", url: "\($0)")) })
        #expect(lines.count == 6)
        #expect(lines.last == "7 more like this within 30 s: no room url=11")
    }

    @Test func whatIsHeldBackIsToldWhenItsTimeIsOver() {
        let many = (0..<6).map { _ in (0, entry("a")) }
        #expect(written(many, end: 29).count == 5)
        #expect(written(many, end: 30).last == "1 more like this within 30 s: a url=u")
    }

    @Test func theNextTimeBeginsAnew() {
        let lines = written((0..<6).map { _ in (0, entry("a")) } + (0..<6).map { _ in (40, entry("a")) })
        #expect(lines.filter { $0 == "a url=u" }.count == 10)
        #expect(lines.filter { $0.hasPrefix("1 more like this") }.count == 2)
    }

    @Test func otherWordsAndLevelsAreNotHeldBack() {
        let lines = written((0..<40).map { (0, entry("\($0 % 8)", $0 % 16 < 8 ? .error : .notice)) })
        #expect(lines.count == 40)
    }

    @Test func whoAsksForDebugWantsAllOfIt() {
        #expect(written((0..<50).map { _ in (0, entry("a", .debug)) }).count == 50)
    }

    @Test func changesByUsersAreNeverHeldBack() {
        #expect(written((0..<50).map { _ in (0, entry("request", .notice, event: .changed)) }).count == 50)
        #expect(written((0..<50).map { _ in (0, entry("request", .notice, event: .refused)) }).count == 6)
    }

    @Test func aFloodOfDifferentLinesIsNotRemembered() {
        var repetitions = Repetitions()
        var summaries: [LogEntry] = []
        for round in 0..<6 { summaries += repetitions.take(entry("first", url: "\(round)"), now: .now).summaries }
        for number in 0..<10_000 { summaries += repetitions.take(entry("\(number)"), now: .now).summaries }
        #expect(summaries.map(\.words) == ["1 more like this within 30 s: first url=5"])
        #expect(repetitions.takeAll().isEmpty)
    }

    @Test func aLevelAskedForHoldsForItsTimeThenTheConfiguredOneIsBack() {
        let now = Mutex(RepetitionsTests.start)
        let log = DaemonLog(level: .info, sink: .other { _ in }, now: { now.withLock { $0 } })
        var own = log.logger
        own.logLevel = .error
        log.ask(.debug, for: .seconds(10))
        #expect(log.logger.logLevel == .debug)
        #expect(own.logLevel == .error, "a logger's own level stays")
        now.withLock { $0 = RepetitionsTests.start.advanced(by: .seconds(10)) }
        #expect(log.logger.logLevel == .info)
        log.ask(.critical, for: nil)
        #expect(log.level == .critical)
        log.configure(.notice)
        #expect(log.level == .notice, "a reload ends it")
    }
}
