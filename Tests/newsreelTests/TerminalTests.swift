import Model
import Testing

@testable import newsreel

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("ferry", 5), ("渡轮", 4), ("ｆｅ", 4), ("한국", 4), ("e\u{301}", 1), ("👩‍🚒", 2), ("☀️", 2), ("…", 1), ("", 0),
        ("ｶ", 1), ("\u{200B}", 0), ("Ж", 1),
    ])
    func charactersTakeTheirColumns(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func whatIsTooLongIsCutBeforeAWideCharacter() {
        #expect(DisplayWidth.cut("渡轮复航", to: 8) == "渡轮复航")
        #expect(DisplayWidth.cut("渡轮复航", to: 7) == "渡轮复…")
        #expect(DisplayWidth.cut("渡轮复航", to: 6) == "渡轮…")
        #expect(DisplayWidth.cut("ferry", to: 5) == "ferry")
        #expect(DisplayWidth.cut("ferry", to: 0) == "")
    }

    @Test func noCutIsWiderThanItsRoom() {
        for width in 1...12 { #expect(DisplayWidth.of(DisplayWidth.cut("a渡b轮c复d航", to: width)) <= width) }
    }
}

@Suite struct CleanTextTests {
    @Test func whatCommandsATerminalIsTakenOut() {
        #expect(CleanText.line("a\u{1B}[31mb\u{7}c\u{9B}d") == "a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}d")
    }

    @Test func whatTurnsTheWritingAroundIsTakenOut() {
        #expect(CleanText.line("abc\u{202E}def\u{2066}") == "abc\u{FFFD}def\u{FFFD}")
    }

    @Test func aLineStaysALine() {
        #expect(CleanText.line("a\r\n\tb") == "a   b")
        #expect(CleanText.text("a\nb\u{1B}") == "a\nb\u{FFFD}")
    }
}

@Suite struct TableTests {
    private let plain = Terminal(isInteractive: false)

    @Test func columnsLineUpUnderWideCharacters() {
        var table = Table(headings: ["ID", "NAME", "N"], rows: [["a", "云溪网", "1"], ["bcd", "Post", "12"]])
        table.rightAligned = [2]
        #expect(table.lines(on: plain) == ["ID   NAME     N", "a    云溪网   1", "bcd  Post    12"])
    }

    @Test func aTerminalsWidthIsKept() {
        let table = Table(rows: [["a", String(repeating: "x", count: 50)]])
        let lines = table.lines(on: Terminal(isInteractive: true, width: 20))
        #expect(lines.map { DisplayWidth.of($0) } == [20])
    }

    @Test func rowsMayBeShort() {
        #expect(Table(rows: [["a"], ["b", "c"]]).lines(on: plain) == ["a", "b  c"])
        #expect(Table().lines(on: plain).isEmpty)
    }

    @Test func coloursAreForTerminalsAlone() {
        #expect(Style.bad.apply("x", on: plain) == "x")
        #expect(Style.bad.apply("x", on: Terminal(isInteractive: true, hasColour: true)) == "\u{1B}[31mx\u{1B}[0m")
    }
}

@Suite struct TextWrapTests {
    @Test func wordsStayWhole() {
        #expect(TextWrap.lines("the ferry runs again", width: 10) == ["the ferry", "runs again"])
        #expect(TextWrap.lines("a extraordinarily b", width: 5) == ["a", "extraordinarily", "b"])
    }

    @Test func chineseBreaksBetweenCharactersButNotBeforeAStop() {
        #expect(TextWrap.lines("港口渡轮周一复航。", width: 8) == ["港口渡轮", "周一复", "航。"])
    }

    @Test func furtherLinesAreIndented() {
        #expect(TextWrap.lines("one two three", width: 8, first: "* ", indent: "  ") == ["* one", "  two", "  three"])
    }

    @Test func nothingIsOneEmptyLine() {
        #expect(TextWrap.lines("", width: 10) == [""])
    }
}

@Suite struct AmountTests {
    @Test(arguments: [
        (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (1234, "1.2 kB"), (9949, "9.9 kB"), (9960, "10 kB"),
        (999_499, "999 kB"), (999_500, "1.0 MB"), (8_388_608, "8.4 MB"), (1_200_000_000, "1.2 GB"),
    ])
    func bytesAreRounded(count: UInt64, text: String) {
        #expect(Amount.bytes(count) == text)
    }

    @Test(arguments: [
        (0, "0 s"), (59, "59 s"), (60, "1 min"), (119, "1 min"), (3600, "1 h"), (3900, "1 h 5 min"), (86_400, "1 d"),
        (97_200, "1 d 3 h"), (86_460, "1 d"),
    ])
    func spansHaveTwoUnits(seconds: Int, text: String) {
        #expect(Amount.span(seconds: seconds) == text)
    }

    @Test func countsAreGrouped() {
        #expect([0, 999, 1000, 1_234_567, -1000].map(Amount.count) == ["0", "999", "1,000", "1,234,567", "-1,000"])
        #expect(Amount.plural(1, "fetch", "fetches") == "1 fetch")
        #expect(Amount.plural(2, "fetch", "fetches") == "2 fetches")
    }

    @Test func aBarIsFullAtTheEnd() {
        #expect(ProgressLine.bar(done: 0, total: 0, width: 4) == "[>   ] 0 of 0")
        #expect(ProgressLine.bar(done: 1, total: 2, width: 4) == "[==> ] 1 of 2")
        #expect(ProgressLine.bar(done: 9, total: 2, width: 4) == "[====] 9 of 2")
    }
}

@Suite struct TimeArgumentTests {
    private let now = Timestamp(secondsSinceEpoch: 1_790_000_000)

    @Test(arguments: [
        ("90s", 90), ("30m", 1800), ("2h", 7200), ("1h30m", 5400), ("7d", 604_800), ("2w", 1_209_600), ("0s", 0),
    ])
    func spansGoBack(text: String, seconds: Int64) {
        #expect(TimeArgument.parse(text, now: now)?.secondsSinceEpoch == now.secondsSinceEpoch - seconds)
    }

    @Test(arguments: [
        "", "h", "2", "2x", "-2h", "2 h", "99999999999999999999h", "2026-13-01", "2026-01-31 25:00", "٣h",
    ])
    func whatIsNoTimeIsRefused(text: String) {
        #expect(TimeArgument.parse(text, now: now) == nil)
    }

    @Test func timesWithAnOffsetAreExact() {
        #expect(TimeArgument.parse("2026-01-31T08:00:00+08:00", now: now)?.rfc3339 == "2026-01-31T08:00:00+08:00")
    }

    @Test func timesWithoutAreLocal() throws {
        for text in ["2026-01-31", "2026-01-31 00:00", "2026-01-31T00:00:00"] {
            let time = try #require(TimeArgument.parse(text, now: now))
            #expect(LocalTime.full(time).hasPrefix("2026-01-31T00:00:00"))
            #expect(LocalTime.minute(time) == "2026-01-31 00:00")
        }
    }

    @Test func todayBeginsAtMidnight() throws {
        let today = try #require(TimeArgument.parse("today", now: now))
        #expect(LocalTime.clock(today) == "00:00:00")
        #expect(today <= now)
        #expect(TimeArgument.parse("yesterday", now: now).map { $0 < today } == true)
        #expect(TimeArgument.parse("now", now: now) == now)
    }

    @Test func distancesAreInWords() {
        #expect(LocalTime.relative(now, now: now) == "now")
        #expect(LocalTime.relative(now.advanced(by: .seconds(-300)), now: now) == "5 min ago")
        #expect(LocalTime.relative(now.advanced(by: .seconds(7200)), now: now) == "in 2 h")
    }
}
