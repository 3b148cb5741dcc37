import ControlProtocol
import Model
import Testing

@testable import newsreel

@Suite struct StatusViewTests {
    private let time = Timestamp(secondsSinceEpoch: 1_790_000_000)

    @Test func theStatusFitsAScreen() {
        let lines = view(errors: 20).lines
        #expect(lines.count <= 24)
        #expect(lines.first == "newsreeld 0.1.0 is degraded, up 1 h 5 min (pid 7)")
        #expect(lines[1] == "  ! source a is broken")
    }

    @Test func whatIsZeroIsNotMentioned() {
        let text = view(errors: 0).lines.joined(separator: "\n")
        #expect(text.contains("5 fetched, 2 articles"))
        #expect(text.contains("3 failed: 3 timed out"))
        #expect(!text.contains("duplicate"))
        #expect(!text.contains("last errors"))
    }

    @Test func aTerminalsWidthIsKeptByErrors() {
        let view = view(errors: 1, terminal: Terminal(isInteractive: true, width: 60))
        #expect(view.lines.suffix(1).allSatisfy { DisplayWidth.of($0) <= 60 })
    }

    private func view(errors: Int, terminal: Terminal = plain) -> StatusView {
        let error = StatusError(
            time: time, source: "a", url: "https://news.example.org/" + String(repeating: "x", count: 80),
            outcome: .timedOut, message: "no answer")
        let status = StatusReport(
            version: "0.1.0", state: .degraded, problems: ["source a is broken"], pid: 7, started: time,
            uptimeSeconds: 3900, sources: SourceCounts(total: 3, active: 1, paused: 1, broken: 1),
            queue: QueueCounts(due: 1, waiting: 2, inFlight: 3),
            funnel: Funnel(fetched: 5, counts: [.article: 2, .timedOut: 3]),
            rates: Rates(fetchesPerMinute: 5.25, articlesPerMinute: 2, bytesPerMinute: 1e6), lagSeconds: 4,
            reels: RecordQuery.reels.map {
                ReelSummary(name: $0, segments: 1, bytes: 2, endOffset: .zero, records: 9)
            },
            disk: DiskUsage(availableBytes: 1, usedBytes: 2),
            lastErrors: Array(repeating: error, count: errors),
            configuration: ConfigurationState(path: "/etc/newsreel/newsreel.yaml", loaded: time))
        return StatusView(status: status, terminal: terminal, now: time)
    }
}

@Suite struct ArticleViewTests {
    @Test func anArticleFitsALine() throws {
        let article = try Article.ferry(version: 2)
        let fetched = try #require(Timestamp(rfc3339: article.capture.fetched))
        #expect(
            ArticleView(article: article, terminal: plain, sourceWidth: 14).short
                == "\(LocalTime.full(fetched))  harbour-post    Harbour ferry runs again — 2026-01-31T08:00:00+08:00, "
                + "Ada Quill, 33 characters, version 2")
    }

    @Test func theWholeArticleIsForReading() throws {
        let lines = ArticleView(article: try .ferry(), terminal: plain).full
        #expect(lines.first == "Harbour ferry runs again")
        #expect(lines.contains("by Ada Quill (reporter)"))
        #expect(lines.contains("The ferry\u{FFFD} runs."))
        #expect(lines.contains("  * two"))
        #expect(lines.contains { $0.contains("id 0123456789abcdef0123456789abcdef") })
    }

    @Test(arguments: [20, 40, 60, 80, 200]) func onATerminalAnArticleTakesOneLine(width: Int) throws {
        let terminal = Terminal(isInteractive: true, width: width)
        let line = ArticleView(article: try .ferry(), terminal: terminal, sourceWidth: 6).short
        #expect(DisplayWidth.of(line) <= max(width, 36), "\(line)")
        #expect(line.hasSuffix("characters") == (width == 200), "\(line)")
    }

    @Test func aNarrowTerminalIsGivenTheAddressAlone() throws {
        let article = ArticleSummary(
            id: String(repeating: "0", count: 32), url: "https://news.example.org/2026/01/31/ferry", source: "a",
            title: "A ferry", published: nil, fetched: Timestamp(secondsSinceEpoch: 1_790_000_000), offset: .zero)
        let indent = LocalTime.full(article.fetched.timestamp).utf8.count + 2
        let lines = [200, 80, 50].map { width in
            ArticleListing.lines([article], on: Terminal(isInteractive: true, width: width))[1]
        }
        #expect(lines[0].hasSuffix("0  https://news.example.org/2026/01/31/ferry"))
        #expect(lines[1].hasPrefix(String(repeating: " ", count: indent) + "https:"))
        #expect(lines[2].hasPrefix("    https:"))
    }

    @Test func aListNamesIdAndAddress() throws {
        let time = try #require(Timestamp(rfc3339: "2026-01-31T08:00:00Z"))
        let article = ArticleSummary(
            id: "0123", url: "https://news.example.org/1", source: "a", title: nil, published: nil, fetched: time,
            offset: .zero, snippet: "… ferry …")
        let lines = ArticleListing.lines([article], on: plain)
        #expect(lines.count == 3)
        #expect(lines[0] == "\(LocalTime.full(time))  a  (no title)")
        #expect(lines[1].hasSuffix("  … ferry …"))
        #expect(lines[2].hasSuffix("  0123  https://news.example.org/1"))
    }
}

@Suite struct OtherViewTests {
    private let now = Timestamp(secondsSinceEpoch: 1_790_000_000)

    @Test func sourcesAreATable() {
        let source = SourceReport(
            id: "a", name: "云溪网", url: "https://news.example.org/", kind: "list", state: .broken, schedule: "15m",
            lastFetched: now.advanced(by: .seconds(-60)), lastOutcome: .timedOut, message: "no answer",
            nextDue: now.advanced(by: .seconds(120)), articles: 1234, failures: 2)
        let lines = SourceView.table([source], now: now).lines(on: plain)
        #expect(lines[1] == "a   broken  list  15m    1 min ago, timed out  in 2 min     1,234  云溪网")
        #expect(SourceView.lines(source, now: now).contains("            no answer"))
    }

    @Test func aQueueTellsWhatItWaitsFor() {
        let report = QueueReport(
            counts: QueueCounts(due: 0, waiting: 1, inFlight: 0),
            entries: [
                QueueEntry(
                    url: "https://news.example.org/", source: "a", state: .waiting,
                    due: now.advanced(by: .seconds(30)), reason: "back-off")
            ])
        #expect(
            QueueCommand.table(report, now: now).lines(on: plain).last
                == "waiting (back-off)  in 30 s  a       https://news.example.org/")
    }

    @Test func reelsAreSummedUp() {
        let list = ReelList(reels: [
            ReelReport(
                name: "pages", directory: "/d/pages", endOffset: Offset(rawValue: 3000),
                segments: [
                    SegmentReport(file: "0.warc.gz", baseOffset: .zero, bytes: 1000, isActive: false),
                    SegmentReport(file: "1.warc.gz", baseOffset: Offset(rawValue: 1000), bytes: 2000, isActive: true),
                ])
        ])
        #expect(ReelView.usage(list).lines(on: plain).last == "total         2  3.0 kB")
        #expect(ReelView.segments(list).lines(on: plain).last?.hasSuffix("1000  2.0 kB  active") == true)
        let json = String(decoding: ReelView.usageJSON(list), as: UTF8.self)
        #expect(
            json == "{\"schema\":1,\"reels\":[{\"name\":\"pages\",\"segments\":2,\"bytes\":3000}],\"bytes\":3000}\n")
    }

    @Test func theChosenCandidateIsMarked() {
        let field = ExplainedField(
            field: "title",
            candidates: [
                .init(value: "A ferry", from: "og:title", confidence: 0.97, isChosen: true),
                .init(value: "A", from: "h1", confidence: 0.5, isChosen: false),
            ])
        #expect(
            ExplainView.lines([field], on: plain) == [
                "title", "  *  og:title  97 %  A ferry", "     h1        50 %  A",
            ])
    }

    @Test func outcomesAreWords() {
        #expect(OutcomeView.words(.notAnArticle) == "not an article")
        #expect(OutcomeView.words(.httpError) == "HTTP error")
    }
}
