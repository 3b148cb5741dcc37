import Glibc
import Logging
import Synchronization
import Testing

@testable import Daemon

@Suite struct LineLogHandlerTests {
    /// The text of one event, as a person at a terminal reads it, after the time of day.
    private func line(
        _ level: Logger.Level = .notice, _ message: String, _ metadata: Logger.Metadata = [:], journal: Bool = false
    ) -> String {
        let handler = LineLogHandler(level: .trace, isJournal: journal)
        let event = LogEvent(
            level: level, message: "\(message)", metadata: metadata, source: "test", file: "", function: "", line: 1)
        return handler.line(of: event)
    }

    @Test func anEventIsOneLineWhateverIsInIt() {
        let line = line(.notice, "two\r\nlines\u{2028}", ["error": "a\nb"], journal: true)
        #expect(line == "<5>two lines  error=\"a b\"\n")
    }

    @Test(
        arguments: zip(
            [Logger.Level.trace, .debug, .info, .notice, .warning, .error, .critical], [7, 7, 6, 5, 4, 3, 2]))
    func journaldReadsThePriority(level: Logger.Level, number: Int) {
        #expect(line(level, "words", journal: true) == "<\(number)>words\n")
    }

    @Test func aPersonReadsTheTimeAndHowBadItIs() {
        #expect(line(.notice, "ready").wholeMatch(of: /\d\d:\d\d:\d\d ready\n/) != nil)
        #expect(line(.critical, "no").wholeMatch(of: /\d\d:\d\d:\d\d critical: no\n/) != nil)
    }

    @Test func metadataIsSortedAndQuotedWhereItMustBe() {
        let metadata: Logger.Metadata = ["url": "http://a.example/?b=c", "a": "1", "empty": "", "words": "say \"no\""]
        #expect(
            line(.info, "x", metadata, journal: true)
                == "<6>x a=1 empty=\"\" url=\"http://a.example/?b=c\" words=\"say 'no'\"\n")
    }

    @Test func anotherProgramsStreamIsNoJournal() {
        var status = stat()
        #expect(fstat(STDERR_FILENO, &status) == 0)
        #expect(LineLogHandler.isJournal("\(status.st_dev):\(status.st_ino)"))
        #expect(!LineLogHandler.isJournal("\(status.st_dev):\(status.st_ino + 1)"))
        #expect(!LineLogHandler.isJournal("nonsense"))
        #expect(!LineLogHandler.isJournal(nil))
    }
}
