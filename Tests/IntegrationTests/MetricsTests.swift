import Foundation
import Testing

/// What a monitoring system sees.
@Suite struct MetricsTests {
    private func get(_ path: String, _ installation: Installation) throws -> String {
        try UnixSocket.exchange(
            installation.socket, "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    }

    @Test func whatWasFetchedIsCounted() async throws {
        let site = try PageServer(stories: 3)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        _ = try await installation.newsreel(
            "fetch", "--wait", site.story(0), site.story(1), site.story(2), site.url("/nothing"))

        let answer = try get("/metrics", installation)
        #expect(answer.hasPrefix("HTTP/1.1 200 "))
        #expect(answer.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8"))
        for line in [
            #"newsreel_fetches_total{outcome="article"} 3"#, #"newsreel_fetches_total{outcome="gone"} 1"#,
            #"newsreel_fetches_total{outcome="timed_out"} 0"#, #"newsreel_articles_total{source="-"} 3"#,
            #"newsreel_queue_entries{state="in_flight"} 0"#, #"newsreel_reel_segments{reel="articles"} 1"#,
        ] {
            #expect(answer.contains("\n\(line)\n"), "\(line) is missing in \(answer)")
        }
        #expect(!answer.contains("newsreel_fetched_bytes_total 0\n"))
        #expect(!answer.contains("process_cpu_seconds_total 0\n"))
    }

    @Test func aDaemonThatWorksIsHealthyAndReady() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        #expect(try get("/healthz", installation).hasSuffix("\r\n\r\nok\n"))
        let answer = try get("/readyz", installation)
        #expect(answer.hasPrefix("HTTP/1.1 200 ") && answer.hasSuffix("\r\n\r\nready\n"))
    }
}

extension MetricsTests {
    @Test func figuresAreServedOverTCPWhereThatIsConfigured() async throws {
        let port = try Port.free()
        let installation = try Installation()
        defer { installation.remove() }
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(text + "metrics:\n  listen: 127.0.0.1:\(port)\n")
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        func ask(_ path: String) async throws -> [String] {
            try await RunningProgram(
                "/usr/bin/curl", ["-sS", "-i", "http://127.0.0.1:\(port)\(path)"]
            ).end().output
        }
        #expect(try await ask("/metrics").contains("newsreel_queue_entries{state=\"in_flight\"} 0"))
        #expect(try await ask("/metrics").contains("# TYPE newsreel_fetch_seconds histogram"))
        #expect(try await ask("/healthz").last == "ok")
        #expect(try await ask("/readyz").last == "ready")
        #expect(try await ask("/v1/status").first?.contains("404") == true, "nothing else is there")
        #expect(try await ask("/v1/articles").first?.contains("404") == true)
        // The port is the daemon's own, and no page.
        let fetch = try await installation.newsreel("fetch", "--wait", "--json", "http://127.0.0.1:\(port)/metrics")
        #expect(JSON(fetch.output.first ?? "")["outcome"] == "address_denied")
    }
}
