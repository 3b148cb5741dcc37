import ControlProtocol
import Model
import Testing

@Suite struct WireValueTests {
    private let time = Timestamp(millisecondsSinceEpoch: 1_790_000_000_000, offsetSeconds: 28_800)

    @Test func everyReportReadsBackWhatItWrote() throws {
        try roundTrip(FetchOrder(targets: ["harbour-post", "http://127.0.0.1/新闻"], wait: true, force: true))
        try roundTrip(FetchReceipt(trigger: "t-1", queued: 3))
        try roundTrip(ResetOrder(url: "https://example.org/"))
        try roundTrip(ResetReport(url: "https://example.org/", wasKnown: true))
        try roundTrip(ReloadReport(sources: 4, changed: ["source harbour-post added"]))
        try roundTrip(
            RebuildProgress(.progress, reel: "articles", records: 9, bytes: 10, totalBytes: 11))
        try roundTrip(
            ReelList(reels: [
                ReelReport(
                    name: "pages", directory: "/var/lib/newsreel/pages", endOffset: Offset(rawValue: 77),
                    segments: [
                        SegmentReport(file: "0.warc.gz", baseOffset: .zero, bytes: 77, isActive: true)
                    ])
            ]))
        try roundTrip(
            SourceList(sources: [
                SourceReport(
                    id: "harbour-post", name: "Harbour Post", url: "https://example.org/", kind: "feed",
                    state: .broken, schedule: "15m", lastFetched: time, lastOutcome: .timedOut, message: "no answer",
                    nextDue: nil, articles: 7, failures: 2)
            ]))
        try roundTrip(
            SourceCheck(
                id: "a", url: "https://example.org/feed", outcome: .discovered, status: 200, kind: "feed",
                milliseconds: 12, links: [.init(url: "https://example.org/1", title: "A ferry", published: time)]))
        try roundTrip(
            QueueReport(
                counts: QueueCounts(due: 1, waiting: 2, inFlight: 3),
                entries: [
                    QueueEntry(
                        url: "https://example.org/1", source: "a", state: .inFlight, due: time, attempts: 1,
                        reason: "crawl delay")
                ]))
        try roundTrip(
            ArticleList(articles: [
                ArticleSummary(
                    id: "00", url: "https://example.org/1", source: "a", title: "渡轮复航", published: nil, fetched: time,
                    offset: Offset(rawValue: 5), snippet: "…渡轮…")
            ]))
        try roundTrip(
            ExplainReport(
                articleID: "00", url: "https://example.org/1",
                fields: [
                    ExplainedField(
                        field: "title",
                        candidates: [.init(value: "A ferry", from: "h1", confidence: 0.5, isChosen: true)])
                ]))
    }

    @Test func aStatusKeepsItsNumbers() throws {
        let status = StatusReport(
            version: "0.1.0", state: .degraded, problems: ["source a is broken"], pid: 7, started: time,
            uptimeSeconds: 60, sources: SourceCounts(total: 3, active: 1, paused: 1, broken: 1),
            queue: QueueCounts(due: 1, waiting: 2, inFlight: 3),
            funnel: Funnel(fetched: 5, counts: [.article: 2, .timedOut: 3]),
            rates: Rates(fetchesPerMinute: 5, articlesPerMinute: 2, bytesPerMinute: 1e6), lagSeconds: 4,
            reels: [ReelSummary(name: "pages", segments: 1, bytes: 2, endOffset: .zero, records: nil)],
            disk: DiskUsage(availableBytes: 1, usedBytes: 2),
            lastErrors: [StatusError(time: time, source: "a", url: nil, outcome: .timedOut, message: "no answer")],
            configuration: ConfigurationState(path: "/etc/newsreel/newsreel.yaml", loaded: time))
        let read = try StatusReport(json: status.line)
        #expect(read.line == status.line)
        #expect(read.funnel[.timedOut] == 3)
        #expect(read.funnel.failed == 3)
        #expect(read.lastErrors.first?.outcome == .timedOut)
    }

    @Test func aFetchEventLeavesOutWhatItDoesNotKnow() throws {
        let event = FetchEvent.done(done: 2, total: 2, ok: true)
        #expect(
            String(decoding: event.line, as: UTF8.self)
                == "{\"schema\":1,\"kind\":\"done\",\"done\":2,\"total\":2,\"ok\":true}\n")
        try roundTrip(event)
    }

    @Test func anOrderMayLeaveOutItsFlags() throws {
        let order = try FetchOrder(json: Array("{\"targets\":[\"a\"]}".utf8))
        #expect(order == FetchOrder(targets: ["a"]))
    }

    @Test func whatIsMissingIsNamed() {
        #expect(throws: WireError.self) { try FetchOrder(json: Array("{\"wait\":true}".utf8)) }
        do {
            _ = try FetchOrder(json: Array("{\"wait\":true}".utf8))
        } catch {
            #expect("\(error)".contains("\"targets\" is missing"))
        }
    }

    @Test func aWrongTypeIsNamedWithItsPath() {
        do {
            _ = try FetchOrder(json: Array("{\"targets\":[1]}".utf8))
            Issue.record("a number was taken as a target")
        } catch {
            #expect("\(error)".contains("targets"))
        }
    }

    @Test func anErrorCarriesItsDetails() throws {
        let report = ErrorReport(.invalidConfiguration, "2 errors", details: ["a.yaml:1: no", "a.yaml:2: no"])
        #expect(try ErrorReport(json: report.line) == report)
        #expect(report.status == 422)
        #expect(try ErrorReport(json: Array("{\"error\":{\"code\":\"odd\",\"message\":\"m\"}}".utf8)).status == 500)
    }

    private func roundTrip<Value: WireValue & Equatable>(_ value: Value) throws {
        let read = try Value(json: value.line)
        #expect(read == value)
        #expect(read.line == value.line)
    }
}
