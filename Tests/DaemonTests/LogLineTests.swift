import Glibc
import Logging
import Model
import Testing

@testable import Daemon

@Suite struct LogLineTests {
    /// The text of one event, as a person at a terminal reads it after the time of day, or the journal's stream.
    private func line(
        _ level: Logger.Level = .notice, _ words: String, _ fields: [(String, String)] = [], sink: LogSink = .stream
    ) -> String {
        sink.line(LogEntry(level: level, words: words, fields: fields))
    }

    @Test func anEventIsOneLineWhateverIsInIt() {
        #expect(line(.notice, "two\r\nlines\u{2028}", [("error", "a\nb")]) == "<5>two lines  error=\"a b\"\n")
    }

    @Test func aPagesTitleCannotCommandTheTerminal() {
        let line = line(
            .info, "article a: \u{1B}]0;owned\u{7}", [("url", "http://a.example/\u{202E}")], sink: .terminal)
        #expect(line.hasSuffix(" article a: \u{FFFD}]0;owned\u{FFFD} url=http://a.example/\u{FFFD}\n"), "\(line)")
    }

    @Test func aMessageWithoutEndIsCut() {
        let line = line(.error, String(repeating: "é", count: 10_000))
        #expect(line.utf8.count == 3 + LogText.maximumBytes + "…\n".utf8.count)
        #expect(line.hasSuffix("é…\n"))
    }

    @Test(
        arguments: zip(
            [Logger.Level.trace, .debug, .info, .notice, .warning, .error, .critical], [7, 7, 6, 5, 4, 3, 2]))
    func journaldReadsThePriority(level: Logger.Level, number: Int) {
        #expect(line(level, "words") == "<\(number)>words\n")
    }

    @Test func aPersonReadsTheTimeAndHowBadItIs() {
        #expect(line(.notice, "ready", sink: .terminal).wholeMatch(of: /\d\d:\d\d:\d\d ready\n/) != nil)
        #expect(line(.critical, "no", sink: .terminal).wholeMatch(of: /\d\d:\d\d:\d\d critical: no\n/) != nil)
    }

    @Test func fieldsAreSortedAndQuotedWhereTheyMustBe() {
        let fields = [("url", "http://a.example/?b=c"), ("a", "1"), ("empty", ""), ("words", "say \"no\"")]
        #expect(
            line(.info, "x", fields) == "<6>x a=1 empty=\"\" url=\"http://a.example/?b=c\" words=\"say 'no'\"\n")
    }

    @Test func whatIsForTheJournalAloneIsNotInTheLine() {
        #expect(line(.info, "x", [(".source", "harbour"), (OperatorEvent.key, "ready")]) == "<6>x\n")
    }

    @Test func anotherProgramsStreamIsNoJournal() {
        var status = stat()
        #expect(fstat(STDERR_FILENO, &status) == 0)
        #expect(LogSink.isJournal("\(status.st_dev):\(status.st_ino)"))
        #expect(!LogSink.isJournal("\(status.st_dev):\(status.st_ino + 1)"))
        #expect(!LogSink.isJournal("nonsense"))
        #expect(!LogSink.isJournal(nil))
    }
}
