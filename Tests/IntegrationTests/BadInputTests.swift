import Foundation
import Testing

/// Whatever a server does, it ends as an outcome that a person understands, and the daemon goes on.
@Suite struct BadInputTests {
    private static let quick = """
        maximum_body_bytes: 1MiB
        connect_timeout: 5s
        low_speed_time: 2s
        timeout: 20s
        """

    /// What follows from each path; `<port>` stands for a port that nobody listens on.
    private static let expected: [(path: String, outcome: String, words: String)] = [
        ("/loop", "redirect_loop", "redirect"),
        ("/hop/40", "too_many_redirects", "redirect"),
        ("/endless", "too_large", "larger"),
        ("/gzip-bomb", "too_large", "larger"),
        ("/header-bomb", "headers_too_large", "head of the response"),
        ("/empty", "not_an_article", "empty"),
        ("/binary", "not_an_article", "text"),
        ("/cut", "truncated", "broke off"),
        ("/silent", "timed_out", "did not answer"),
        ("/error", "http_error", "500"),
        ("/hop/10", "article", ""),
        ("/klingon", "article", ""),
        ("/nothing", "gone", "404"),
    ]

    @Test func everyKindOfBadPageIsCountedAndExplained() async throws {
        let installation = try Installation(fetch: BadInputTests.quick)
        defer { installation.remove() }
        let site = try await HostileSite.start(in: installation.directory)
        defer { site.stop() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        let dead = "http://127.0.0.1:\(try Port.free())/"
        let targets = BadInputTests.expected.map { site.url($0.path) } + [dead, "ftp://127.0.0.1/a"].prefix(1)
        let fetch = try await installation.newsreel(["fetch", "--wait", "--json"] + targets)
        #expect(fetch.status == 1)
        #expect(fetch.output.count == targets.count)

        let records = try await installation.records("fetches")
        for (path, outcome, words) in BadInputTests.expected {
            let record = try #require(records.first { $0["url"] == site.url(path) }, "no line for \(path)")
            #expect(record["outcome"] == outcome, "\(path): \(record)")
            #expect(record["message"]?.lowercased().contains(words) ?? words.isEmpty, "\(path): \(record)")
        }
        let refused = try #require(records.first { $0["url"] == dead })
        #expect(refused["outcome"] == "connection_refused")
        #expect(refused["message"]?.contains("refused the connection") == true)

        let good = try await installation.newsreel("fetch", "--wait", "--json", site.url("/story/a"))
        #expect(
            good.status == 0 && JSON(good.output.first ?? "")["outcome"] == "article", "the daemon goes on: \(good)")
        let status = JSON(try await installation.newsreel("status", "--json").output.joined())
        let funnel = try #require(status.list("funnel").first)
        #expect(funnel["fetched"] == "\(targets.count + 1)")
        #expect(funnel["too_large"] == "2")
        #expect(try await daemon.stop().status == 0)
        #expect(try await installation.verify().status == 0)
    }

    @Test func aFeedCutInHalfGivesTheItemsItHas() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let site = try await HostileSite.start(in: installation.directory)
        defer { site.stop() }
        try installation.configure(
            sources: "  - {id: half, url: \"\(site.url("/feed"))\", kind: feed, every: 1h, paused: true}")
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        let fetch = try await installation.newsreel("fetch", "--wait", "--json", "half")
        #expect(fetch.status == 0, "\(fetch)")
        let articles = try await installation.records("articles")
        #expect(Set(articles.compactMap { $0["url"] }).isSuperset(of: [site.url("/story/a"), site.url("/story/b")]))
    }

    @Test func aSourceThatIsNoFeedIsUnreadableAndComesBackLater() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let site = try await HostileSite.start(in: installation.directory)
        defer { site.stop() }
        try installation.configure(
            sources: "  - {id: odd, url: \"\(site.url("/binary"))\", kind: feed, every: 1h, paused: true}")
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        let fetch = try await installation.newsreel("fetch", "--wait", "--json", "odd")
        #expect(fetch.status == 1)
        let record = try #require(try await installation.records("fetches").last)
        #expect(record["outcome"] == "unreadable")
        #expect(record["message"]?.isEmpty == false)
        #expect(record["retry_at"] != nil, "\(record)")
    }

    @Test func aCertificateThatDoesNotVerifyIsNotTakenForNews() async throws {
        let directory = try Installation()
        defer { directory.remove() }
        let port = try Port.free()
        let (key, certificate) = (directory.directory + "/key.pem", directory.directory + "/certificate.pem")
        let made = try await RunningProgram(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key,
                "-out",
                certificate, "-days", "2", "-subj", "/CN=127.0.0.1",
            ]
        ).end()
        try #require(made.status == 0, "\(made)")
        let server = try RunningProgram(
            "/usr/bin/openssl",
            ["s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-www"])
        defer { server.signal(SIGKILL) }
        try await server.output.first("the TLS server") { $0.hasPrefix("ACCEPT") }
        let daemon = try await directory.start()
        defer { daemon.signal(SIGKILL) }

        let fetch = try await directory.newsreel("fetch", "--wait", "--json", "https://127.0.0.1:\(port)/")
        #expect(fetch.status == 1)
        let outcome = JSON(fetch.output.first ?? "")
        #expect(outcome["outcome"] == "tls_failed")
        #expect(outcome["message"]?.contains("certificate") == true, "\(outcome)")
    }

    @Test func privateAddressesAreRefusedWhereTheyAreNotAllowed() async throws {
        let site = try PageServer(stories: 1)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        try installation.write(
            """
            state_directory: \(installation.state)
            control: {socket: \(installation.socket)}
            """)
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        let fetch = try await installation.newsreel("fetch", "--wait", "--json", site.story(0))
        #expect(fetch.status == 1)
        #expect(JSON(fetch.output.first ?? "")["outcome"] == "address_denied")
        #expect(JSON(fetch.output.first ?? "")["message"]?.contains("loopback address") == true, "\(fetch)")
    }
}
