import ControlProtocol
import ControlServer
import Foundation
import Logging
import Model

/// A daemon that answers every endpoint with invented news, on a socket of its own.
enum FakeDaemon {
    static let time = Timestamp(secondsSinceEpoch: 1_769_817_600)  // 2026-01-31T00:00:00Z

    /// Runs a closure while the daemon answers at the path it gets.
    static func run<Result: Sendable>(
        _ change: @Sendable (inout Router) -> Void = { _ in },
        while body: @escaping @Sendable (_ environment: [String: String]) async throws -> Result
    ) async throws -> Result {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/s"
        var router = Router()
        // What is added first answers.
        change(&router)
        addReading(to: &router)
        addChanging(to: &router)
        let server = ControlServer(
            socket: try ControlSocket.open(path: path, group: nil), router: router,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            let result = try await body(["NEWSREEL_SOCKET": path])
            group.cancelAll()
            try await group.waitForAll()
            return result
        }
    }

    private static func addReading(to router: inout Router) {
        router.on(.status) { _ in .json(status) }
        router.on(.reels) { _ in .json(reels) }
        router.on(.records) { request in
            let query = try RecordQuery(items: request.query)
            let line = try record(of: try request.parameter("name"))
            return .stream { writer in
                guard query.amount != .last(0) else { return }
                try await writer.write(RecordLine.record(cursor: "7", json: line).line)
            }
        }
        router.on(.articles) { request in
            let query = try ArticleQuery(items: request.query)
            if query.query == "nothing" { return .json(ArticleList(articles: [])) }
            return .json(ArticleList(articles: [summary(snippet: query.query)]))
        }
        router.on(.article) { request in
            guard try request.parameter("id") == Article.ferry().id else {
                throw ErrorReport(.notFound, "there is no article \(try request.parameter("id"))")
            }
            return .json(try Article.ferry().line)
        }
        router.on(.articleByURL) { _ in .json(try Article.ferry().line) }
        router.on(.page) { _ in .bytes(Array("<p>Ferry</p>\n".utf8), contentType: ContentType.bytes) }
        router.on(.explain) { _ in .json(explanation) }
        router.on(.sources) { _ in .json(SourceList(sources: [source(.active)])) }
        router.on(.source) { _ in .json(source(.active)) }
        router.on(.queue) { _ in .json(queue) }
        router.on(.configuration) { request in
            request.accept == ContentType.json
                ? .json(Array("{\"schema\":1,\"fetch\":{}}".utf8))
                : .bytes(Array("fetch: {}\n".utf8), contentType: ContentType.yaml)
        }
    }

    private static func addChanging(to router: inout Router) {
        router.on(.fetch) { request in
            let order = try request.value(FetchOrder.self)
            guard order.wait else { return .json(FetchReceipt(trigger: "t", queued: order.targets.count)) }
            return .stream { try await follow(order, $0) }
        }
        router.on(.rotate) { _ in .json(reels) }
        router.on(.pauseSource) { _ in .json(source(.paused)) }
        router.on(.resumeSource) { _ in .json(source(.active)) }
        router.on(.checkSource) { request in
            let isBroken = try request.parameter("id") == "broken"
            return .json(
                SourceCheck(
                    id: try request.parameter("id"), url: "https://news.example.org/",
                    outcome: isBroken ? .timedOut : .discovered, status: isBroken ? nil : 200, kind: "feed",
                    message: isBroken ? "no answer within 30 s" : nil, milliseconds: 12,
                    links: [.init(url: "https://news.example.org/1", title: "A ferry", published: time)]))
        }
        router.on(.reset) { request in
            .json(ResetReport(url: try request.value(ResetOrder.self).url, wasKnown: true))
        }
        router.on(.reload) { _ in .json(ReloadReport(sources: 2, changed: ["source a added"])) }
        let level = LogLevelReport(level: "debug", configured: "info", secondsLeft: 540)
        router.on(.logLevel) { _ in .json(level) }
        router.on(.setLogLevel) { request in
            guard try request.value(LogLevelOrder.self).level == "debug" else {
                throw ErrorReport(.badRequest, "level")
            }
            return .json(level)
        }
        router.on(.rebuildCatalog) { _ in
            .stream { writer in
                for kind in [RebuildProgress.Kind.progress, .done] {
                    try await writer.write(
                        RebuildProgress(kind, reel: "articles", records: 9, bytes: 5, totalBytes: 10).line)
                }
            }
        }
    }

    /// Every target ends as an article, but one that is called `late` times out.
    private static func follow(_ order: FetchOrder, _ writer: LineWriter) async throws {
        for target in order.targets { try await writer.write(FetchEvent(.queued, url: target, source: "a").line) }
        for target in order.targets {
            var event = FetchEvent(.outcome, time: time, url: target, source: "a")
            event.outcome = target == "late" ? .timedOut : .article
            event.milliseconds = 5
            event.title = target == "late" ? nil : "Harbour ferry runs again"
            event.message = target == "late" ? "no answer within 30 s" : nil
            try await writer.write(event.line)
        }
        let count = order.targets.count
        try await writer.write(FetchEvent.done(done: count, total: count, ok: !order.targets.contains("late")).line)
    }

    private static func record(of reel: String) throws -> [UInt8] {
        switch reel {
        case "articles": try Article.ferry().line
        case "fetches":
            Array(
                "{\"schema\":1,\"time\":\"2026-01-31T00:00:00Z\",\"url\":\"https://news.example.org/1\",\"outcome\":\"gone\"}"
                    .utf8)
        default: Array("{\"WARC-Type\":\"response\",\"WARC-Target-URI\":\"https://news.example.org/1\"}".utf8)
        }
    }

    private static func summary(snippet: String?) -> ArticleSummary {
        ArticleSummary(
            id: "0123", url: "https://news.example.org/1", source: "a", title: "A ferry", published: time,
            fetched: time,
            offset: .zero, snippet: snippet)
    }

    private static func source(_ state: SourceReport.State) -> SourceReport {
        SourceReport(
            id: "a", name: "Harbour Post", url: "https://news.example.org/", kind: "feed", state: state, schedule: "15m"
        )
    }

    private static var status: StatusReport {
        StatusReport(
            version: "0.1.0", state: .running, pid: 7, started: time, uptimeSeconds: 60,
            sources: SourceCounts(total: 1, active: 1, paused: 0, broken: 0),
            queue: QueueCounts(due: 0, waiting: 1, inFlight: 0), funnel: Funnel(fetched: 2, counts: [.article: 2]),
            rates: Rates(fetchesPerMinute: 1, articlesPerMinute: 1, bytesPerMinute: 1), lagSeconds: 0, reels: [],
            disk: DiskUsage(availableBytes: 1000, usedBytes: 10), lastErrors: [],
            configuration: ConfigurationState(path: "/etc/newsreel/newsreel.yaml", loaded: time))
    }

    private static var reels: ReelList {
        ReelList(reels: [
            ReelReport(
                name: "pages", directory: "/d/pages", endOffset: Offset(rawValue: 9),
                segments: [SegmentReport(file: "0.warc.gz", baseOffset: .zero, bytes: 9, isActive: true)])
        ])
    }

    private static var queue: QueueReport {
        QueueReport(
            counts: QueueCounts(due: 1, waiting: 4, inFlight: 0),
            entries: [QueueEntry(url: "https://news.example.org/1", source: "a", state: .due, due: time)])
    }

    private static var explanation: ExplainReport {
        ExplainReport(
            articleID: "0123", url: "https://news.example.org/1",
            fields: [
                ExplainedField(
                    field: "title", candidates: [.init(value: "A", from: "h1", confidence: 0.5, isChosen: true)])
            ])
    }
}
