import ControlProtocol
import ControlServer
import Model
import Testing

@testable import newsreel

/// The program against a daemon that answers.
@Suite struct DaemonCommandTests {
    /// A command line and a piece of what it prints.
    struct Example: Sendable, CustomTestStringConvertible {
        let line: String
        let expected: String

        init(_ line: String, _ expected: String) {
            self.line = line
            self.expected = expected
        }

        var arguments: [String] { line.split(separator: " ").map(String.init) }
        var testDescription: String { line }
    }

    @Test(arguments: [
        Example("status", "newsreeld 0.1.0 is running, up 1 min (pid 7)"),
        Example("fetch a b", "queued 2 fetches"),
        Example("fetch --wait a", "2026-01-31T00:00:00Z  article           -       5 ms  a  Harbour ferry runs again"),
        Example("fetch --wait a b", "2 pages: 2 articles"),
        Example("tail", "  Harbour ferry runs again — 2026-01-31T08:00:00+08:00, Ada Quill, 33 characters"),
        Example("tail fetches", "2026-01-31T00:00:00Z  gone              -             https://news.example.org/1"),
        Example("tail pages -o cat", "https://news.example.org/1\n"),
        Example("tail --show-cursor", "-- cursor: 7\n"),
        Example("list", "2026-01-31T00:00:00Z  a  A ferry\n                      0123  https://news.example.org/1"),
        Example("search ferry", "                      ferry\n"),
        Example("show https://news.example.org/ferry", "Harbour ferry runs again\nby Ada Quill (reporter)\n"),
        Example("show 0123456789abcdef0123456789abcdef --text", "The ferry\u{FFFD} runs."),
        Example("show 0123456789abcdef0123456789abcdef --html", "<p>Ferry</p>\n"),
        Example("show 0123456789abcdef0123456789abcdef --raw", "<p>Ferry</p>\n"),
        Example("show 0123456789abcdef0123456789abcdef --explain", "title\n  *  h1  50 %  A\n"),
        Example(
            "source list",
            "ID  STATE   KIND  EVERY  LAST   NEXT  ARTICLES  NAME\na   active  feed  15m    never  -            0  "),
        Example("source ls", "a   active  feed"),
        Example("source show a", "  state     active\n"),
        Example("source pause a", "  state     paused\n"),
        Example("source resume a", "  state     active\n"),
        Example("source check a", "  discovered, 200, feed, 12 ms, 1 link\n"),
        Example("queue", "… and 4 more\n"),
        Example("reset https://news.example.org/1", "forgotten: https://news.example.org/1\n"),
        Example("reload", "reloaded: 2 sources\n  source a added\n"),
        Example("loglevel", "debug for 9 min more, then info\n"),
        Example("loglevel debug --for 9m", "debug for 9 min more, then info\n"),
        Example("tail -n0", ""),
        Example("tail -n3 -ocat", "Harbour ferry runs again\n"),
        Example("config show", "fetch: {}\n"),
        Example("reel list", "pages  0.warc.gz            0   9 B  active\n"),
        Example("reel usage", "total         1   9 B\n"),
        Example("reel rotate pages", "0.warc.gz"),
        Example("catalog rebuild", "rebuilt from 9 records\n"),
    ])
    func aCommandPrintsItsAnswer(example: Example) async throws {
        let run = try await FakeDaemon.run { try await Program.run(example.arguments, environment: $0) }
        #expect(run.out.contains(example.expected), "\(run.out)")
        #expect(run.err.isEmpty)
        #expect(run.status == 0)
    }

    @Test(arguments: [
        "status", "fetch a", "fetch --wait a", "tail", "tail fetches", "tail pages", "list", "search ferry",
        "show https://news.example.org/ferry", "show https://news.example.org/ferry --explain", "source list",
        "source show a", "source pause a", "source resume a", "source check a", "queue", "reset u", "reload",
        "config show", "loglevel", "loglevel debug", "reel list", "reel usage", "reel rotate pages", "catalog rebuild",
    ])
    func everyCommandHasJSON(line: String) async throws {
        let run = try await FakeDaemon.run { environment in
            try await Program.run(line.split(separator: " ").map(String.init) + ["--json"], environment: environment)
        }
        #expect(run.status == 0)
        #expect(!run.lines.isEmpty)
        for line in run.lines {
            let members = JSONMembers(Array(line.utf8))
            // A page's record is its WARC header and has no schema of ours.
            #expect(members["schema"] != nil || members["WARC-Type"] != nil, "\(line)")
        }
    }

    @Test func optionsStandBeforeTheCommandToo() async throws {
        let runs = try await FakeDaemon.run { environment in
            let socket = environment["NEWSREEL_SOCKET"] ?? ""
            return [
                try await Program.run(["--json", "--socket", socket, "source", "list"]),
                try await Program.run(["--socket=\(socket)", "source", "--json", "list"]),
                try await Program.run(["source", "list", "--json", "--socket", socket]),
            ]
        }
        #expect(Set(runs.map(\.out)).count == 1)
        #expect(runs.allSatisfy { $0.status == 0 && $0.out.hasPrefix("{\"schema\":1,\"sources\":[") })
    }

    @Test func onePageThatEndedBadlyIsExitStatusOne() async throws {
        let run = try await FakeDaemon.run { try await Program.run(["fetch", "--wait", "a", "late"], environment: $0) }
        #expect(run.status == 1)
        #expect(run.out.contains("timed out         -       5 ms  late  no answer within 30 s\n"))
        #expect(run.lines.last == "2 pages: 1 article, 1 timed out")
    }

    @Test(arguments: [true, false]) func aDaemonThatEndsFirstSaysWhatIsLeft(says: Bool) async throws {
        let run = try await FakeDaemon.run { router in
            router.on(.fetch) { _ in
                .stream { writer in
                    for url in ["a", "b"] { try await writer.write(FetchEvent(.queued, url: url, source: "a").line) }
                    if says { throw ErrorReport(.stopping, "the daemon stops") }
                }
            }
        } while: {
            try await Program.run(["fetch", "--wait", "a", "b"], environment: $0)
        }
        #expect(run.status == 1)
        #expect(run.err.hasSuffix("what is left (2 pages) it fetches after its next start\n"), "\(run.err)")
    }

    @Test func jsonOfAFetchIsOneOutcomeALine() async throws {
        let run = try await FakeDaemon.run {
            try await Program.run(["fetch", "--wait", "--json", "a", "late", "c"], environment: $0)
        }
        #expect(run.status == 1)
        #expect(try run.lines.map { try FetchEvent(json: Array($0.utf8)).outcome } == [.article, .timedOut, .article])
    }

    @Test func aBrokenSourceIsExitStatusOne() async throws {
        let run = try await FakeDaemon.run { try await Program.run(["source", "check", "broken"], environment: $0) }
        #expect(run.status == 1)
        #expect(run.out.contains("no answer within 30 s"))
    }

    @Test func whatTheDaemonRefusesIsExitStatusFour() async throws {
        let run = try await FakeDaemon.run { router in
            router.on(.reload) { _ in throw ErrorReport(.notAllowed, "only root may") }
        } while: {
            try await Program.run(["reload"], environment: $0)
        }
        #expect(run.status == 4)
        #expect(run.err == "newsreel: not allowed: only root may\n")
    }

    @Test func everyErrorOfAConfigurationIsPrinted() async throws {
        let run = try await FakeDaemon.run { router in
            router.on(.reload) { _ in
                throw ErrorReport(
                    .invalidConfiguration, "the configuration has 2 errors",
                    details: ["a.yaml:1:2: x", "b.yaml:3:4: y"])
            }
        } while: {
            try await Program.run(["reload"], environment: $0)
        }
        #expect(run.status == 1)
        #expect(run.err == "newsreel: the configuration has 2 errors\n  a.yaml:1:2: x\n  b.yaml:3:4: y\n")
    }

    @Test func anArticleNobodyKeptIsExitStatusOne() async throws {
        let run = try await FakeDaemon.run { try await Program.run(["show", "ffff"], environment: $0) }
        #expect(run.status == 1)
        #expect(run.err == "newsreel: there is no article ffff\n")
    }

    @Test func nothingFoundIsSaidBesideTheOutput() async throws {
        let run = try await FakeDaemon.run { try await Program.run(["search", "nothing"], environment: $0) }
        #expect(run.status == 0)
        #expect(run.out.isEmpty)
        #expect(run.err == "nothing found\n")
    }

    @Test func recordsThatWereMissedAreSaidBesideTheOutput() async throws {
        let run = try await FakeDaemon.run { router in
            router.on(.records) { _ in
                .stream { writer in
                    try await writer.write(RecordLine.missed(bytes: 1200).line)
                    try await writer.write(RecordLine.record(cursor: "1", json: Array("{}".utf8)).line)
                }
            }
        } while: {
            try await Program.run(["tail", "-o", "json"], environment: $0)
        }
        #expect(run.out == "{}\n")
        #expect(
            run.err
                == "newsreel: 1.2 kB of articles are missing here: removed by retention before this reader came to them, or damaged "
                + "(newsreel reel verify articles)\n")
    }

    @Test func aReaderThatHasEnoughIsNoFailure() async throws {
        let run = try await FakeDaemon.run { router in
            router.on(.records) { _ in
                .stream { writer in
                    while true { try await writer.write(RecordLine.record(cursor: "1", json: Array("{}".utf8)).line) }
                }
            }
        } while: {
            try await Program.shell("newsreel tail -f -o json | head -2; echo ${PIPESTATUS[0]}", environment: $0)
        }
        #expect(run.out == "{}\n{}\n0\n")
    }

    @Test func aQueryCarriesWhatTheCommandLineSays() async throws {
        let run = try await FakeDaemon.run { router in
            router.on(.records) { request in
                let items = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
                throw ErrorReport(.failed, "\(try request.parameter("name")): \(items)")
            }
        } while: {
            try await Program.run(
                [
                    "tail", "fetches", "-n", "all", "--since", "2026-01-31T08:00:00Z", "--source", "a b",
                    "--after-cursor", "9",
                ],
                environment: $0)
        }
        #expect(run.err == "newsreel: fetches: n=all&since=2026-01-31T08:00:00Z&source=a b&after_cursor=9\n")
    }
}
