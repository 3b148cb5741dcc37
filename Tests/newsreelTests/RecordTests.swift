import ControlClient
import ControlProtocol
import ControlServer
import Logging
import Loopback
import Model
import Synchronization
import Testing

@testable import newsreel

@Suite struct RecordPrinterTests {
    @Test func articlesAreALineEach() throws {
        let article = try Article.ferry()
        #expect(try lines("articles", .short, article.line) == [ArticleView(article: article, terminal: plain).short])
        #expect(try lines("articles", .cat, article.line).first == "Harbour ferry runs again")
    }

    @Test func fetchesAreALineEach() throws {
        let json = """
            {"schema":1,"time":"2026-01-31T08:00:00Z","source_id":"a","url":"https://news.example.org/1","outcome":"timed_out",\
            "milliseconds":30000,"message":"no answer within 30 s"}
            """
        let line = try #require(try lines("fetches", .short, Array(json.utf8)).first)
        #expect(line.hasSuffix("  timed out         -  30,000 ms  https://news.example.org/1  no answer within 30 s"))
        #expect(try lines("fetches", .cat, Array(json.utf8)) == ["https://news.example.org/1"])
    }

    @Test func onATerminalOnlyWhatWentWellIsCut() throws {
        let terminal = Terminal(isInteractive: true, width: 60)
        var event = FetchEvent(.outcome, url: "https://news.example.org/" + String(repeating: "x", count: 50))
        event.outcome = .unchanged
        #expect(DisplayWidth.of(FetchLine(event).text(on: terminal)) == 60)
        event.outcome = .tlsFailed
        event.message = "the certificate is for another name"
        #expect(FetchLine(event).text(on: terminal).hasSuffix("xx  the certificate is for another name"))
    }

    @Test func anOutcomeOfALaterVersionIsShownAsItIs() throws {
        let line = try lines("fetches", .short, Array("{\"outcome\":\"teapot\",\"url\":\"u\",\"status\":418}".utf8))
        #expect(line == ["teapot          418             u"])
    }

    @Test func pagesAreALineEach() throws {
        let json = """
            {"WARC-Type":"response","WARC-Date":"2026-01-31T08:00:00Z","WARC-Target-URI":"https://news.example.org/1",\
            "Content-Length":"1234","offset":7}
            """
        let line = try #require(try lines("pages", .short, Array(json.utf8)).first)
        #expect(line.hasSuffix("  response   https://news.example.org/1  1.2 kB"))
    }

    @Test func jsonIsTheReelsOwn() throws {
        let captured = try CapturedOutput()
        let printer = RecordPrinter(
            reel: "articles", format: .json, terminal: plain, flushesEach: true, output: captured.output)
        try printer.print(.record(cursor: "c1", json: Array("{\"b\" : 1.50}".utf8)))
        #expect(try captured.text == "{\"b\" : 1.50}\n")
        #expect(printer.cursor == "c1")
        #expect(printer.count == 1)
    }

    private func lines(_ reel: String, _ format: RecordFormat, _ json: [UInt8]) throws -> [String] {
        try RecordPrinter(reel: reel, format: format, terminal: plain, flushesEach: false).lines(json)
    }
}

@Suite struct RecordFollowerTests {
    @Test func aFollowerGoesOnWhereItWasWhenTheDaemonComesBack() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/s"
        let captured = try CapturedOutput()
        let printer = RecordPrinter(
            reel: "articles", format: .json, terminal: plain, flushesEach: true, output: captured.output)
        let follower = RecordFollower(client: ControlClient(socket: path), reel: "articles", printer: printer)
        let asked = Asked()

        let first = try start(path, asked, records: ["1", "2"])
        let following = Task { try await follower.run(RecordQuery(amount: .last(5), follow: true)) }
        await asked.wait(for: 1)
        first.cancel()
        try await first.value
        let end = ErrorReport(.notFound, "the end of this test")
        let second = try start(path, asked, records: ["3"], end: end)
        await #expect(throws: ControlError.failed(end)) { try await following.value }
        second.cancel()
        try await second.value

        #expect(try captured.lines == ["{\"n\":1}", "{\"n\":2}", "{\"n\":3}"])
        let queries = asked.queries
        #expect(queries.first == RecordQuery(amount: .last(5), follow: true))
        #expect(queries.last == RecordQuery(amount: .all, follow: true, afterCursor: "2"))
    }

    @Test func withoutADaemonThereIsNothingToFollow() async throws {
        let printer = RecordPrinter(reel: "articles", format: .json, terminal: plain, flushesEach: true)
        let follower = RecordFollower(
            client: ControlClient(socket: "/tmp/newsreel-none.sock"), reel: "articles", printer: printer)
        await #expect(throws: ControlError.unreachable(socket: "/tmp/newsreel-none.sock", reason: .noSocket)) {
            try await follower.run(RecordQuery(follow: true))
        }
    }

    /// A daemon that has some records, and then fails, or stays until it is cancelled.
    private func start(
        _ path: String, _ asked: Asked, records: [String], end: ErrorReport? = nil
    ) throws -> Task<Void, any Error> {
        var router = Router()
        router.on(.records) { request in
            let query = try RecordQuery(items: request.query)
            return .stream { writer in
                for record in records {
                    try await writer.write(
                        RecordLine.record(cursor: record, json: Array("{\"n\":\(record)}".utf8)).line)
                }
                asked.note(query)
                if let end { throw end }
                try await untilCancelled()
            }
        }
        let server = ControlServer(
            socket: try ControlSocket.open(path: path, group: nil), router: router,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return Task { try await server.run() }
    }

    /// The queries a daemon was asked and has answered.
    private final class Asked: Sendable {
        private let state = Mutex<[RecordQuery]>([])
        private let stream: AsyncStream<Int>
        private let continuation: AsyncStream<Int>.Continuation

        init() { (stream, continuation) = AsyncStream.makeStream() }

        var queries: [RecordQuery] { state.withLock { $0 } }

        func note(_ query: RecordQuery) {
            continuation.yield(
                state.withLock {
                    $0.append(query)
                    return $0.count
                })
        }

        func wait(for count: Int) async {
            for await number in stream where number >= count { return }
        }
    }
}

@Suite struct FetchFollowerTests {
    @Test func jsonIsOneOutcomeALine() throws {
        let captured = try CapturedOutput()
        let follower = FetchFollower(json: true, terminal: plain, output: captured.output)
        let events = [
            queued, outcome(.article), outcome(.unchanged), .progress(done: 2, total: 2),
            .done(done: 2, total: 2, ok: true),
        ]
        for event in events { try follower.take(event.line) }
        try follower.finish()
        #expect(try captured.lines.map { try FetchEvent(json: Array($0.utf8)).outcome } == [.article, .unchanged])
    }

    @Test func onePageThatEndedBadlyIsAFailure() throws {
        let captured = try CapturedOutput()
        let follower = FetchFollower(json: false, terminal: plain, output: captured.output)
        for event in [outcome(.article), outcome(.timedOut), .done(done: 2, total: 2, ok: false)] {
            try follower.take(event.line)
        }
        #expect(throws: FoundDamage.self) { try follower.finish() }
        #expect(try captured.lines.last == "2 pages: 1 article, 1 timed out")
    }

    @Test func theProgressTellsWhatCameOfItAndHowLongTheRestTakes() throws {
        let captured = try CapturedOutput()
        let start = ContinuousClock.now
        let time = Mutex(start)
        let follower = FetchFollower(
            json: false, terminal: plain, output: captured.output, now: { time.withLock { $0 } })
        for _ in 0..<40 { try follower.take(queued.line) }
        for _ in 0..<9 { try follower.take(outcome(.article).line) }
        try follower.take(outcome(.timedOut).line)
        #expect(follower.bar == "[======>                 ] 10 of 40  9 articles, 1 timed out")
        time.withLock { $0 = start.advanced(by: .seconds(4)) }
        #expect(follower.bar == "[======>                 ] 10 of 40  9 articles, 1 timed out  2.5 a second, 12 s left")
    }

    @Test func aStreamThatBreaksOffIsAFailure() throws {
        let captured = try CapturedOutput()
        let follower = FetchFollower(json: true, terminal: plain, output: captured.output)
        try follower.take(outcome(.article).line)
        #expect(throws: CommandFailure.self) { try follower.finish() }
    }

    @Test func anErrorInTheStreamIsThrown() throws {
        let captured = try CapturedOutput()
        let follower = FetchFollower(json: true, terminal: plain, output: captured.output)
        #expect(throws: ControlError.failed(ErrorReport(.stopping, "the daemon stops"))) {
            try follower.take(ErrorReport(.stopping, "the daemon stops").line)
        }
        #expect(throws: ControlError.self) { try follower.take(Array("{}".utf8)) }
    }

    private var queued: FetchEvent { FetchEvent(.queued, url: "https://news.example.org/1", source: "a") }

    private func outcome(_ outcome: Outcome) -> FetchEvent {
        var event = FetchEvent(.outcome, url: "https://news.example.org/1", source: "a")
        event.outcome = outcome
        event.status = 200
        return event
    }
}
