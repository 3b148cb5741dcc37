import Foundation
import Testing

/// Hosts get what they ask for: robots rules, delays, patience.
@Suite struct PolitenessTests {
    @Test func whatRobotsForbidIsNotFetched() async throws {
        let site = try ScriptedSite { path in
            if path == "/robots.txt" { return .init(headers: [], body: "User-agent: *\nDisallow: /private/\n") }
            return .init(body: Story.page(1))
        }
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        let fetch = try await installation.newsreel(
            "fetch", "--wait", "--json", site.url("/private/a"), site.url("/public/b"))
        #expect(fetch.status == 1)
        let denied = try #require(fetch.output.map { JSON($0) }.first { $0["url"] == site.url("/private/a") })
        #expect(denied["outcome"] == "robots_denied")
        #expect(
            denied["message"]?.contains("Disallow: /private/") == true
                || denied["message"]?.contains("/private/") == true)
        #expect(site.paths.sorted() == ["/public/b", "/robots.txt"], "and robots.txt is asked for once")
    }

    @Test func robotsThatCannotBeReadPutTheHostOff() async throws {
        let site = try ScriptedSite { $0 == "/robots.txt" ? .init(status: 503) : .init(body: Story.page(1)) }
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        let fetch = try await installation.newsreel("fetch", "--wait", "--json", site.url("/a"))
        #expect(fetch.status == 1)
        #expect(JSON(fetch.output.first ?? "")["outcome"] == "deferred")
        #expect(site.paths == ["/robots.txt"])
        #expect(try await installation.records("fetches").first?["retry_at"] != nil)
    }

    @Test func robotsThatAreNotThereForbidNothing() async throws {
        let site = try ScriptedSite { $0 == "/robots.txt" ? nil : .init(body: Story.page(1)) }
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        #expect(try await installation.newsreel("fetch", "--wait", site.url("/a")).status == 0)
    }

    @Test func aHostIsAskedNoFasterThanItsDelay() async throws {
        let site = try ScriptedSite { $0 == "/robots.txt" ? nil : .init(body: Story.page($0.count)) }
        defer { site.stop() }
        let installation = try Installation(fetch: "obey_robots: true")
        defer { installation.remove() }
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(text.replacing("minimum_delay_per_host: 1ms", with: "minimum_delay_per_host: 100ms"))
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        let targets = (0..<10).map { site.url("/\($0)") }
        #expect(try await installation.newsreel(["fetch", "--wait"] + targets).status == 0)
        let pages = site.requests.filter { $0.path != "/robots.txt" }
        let (first, last) = (try #require(pages.first), try #require(pages.last))
        // Nine gaps of 100 ms; the first request may have been late, but not all of them.
        #expect(first.time.duration(to: last.time) > .milliseconds(500))
    }

    @Test func aHostThatAsksForPatienceIsLeftAlone() async throws {
        let site = try ScriptedSite { path in
            path == "/busy" ? .init(status: 429, headers: ["Retry-After: 3600"]) : .init(body: Story.page(1))
        }
        defer { site.stop() }
        let installation = try Installation(fetch: "obey_robots: false")
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        #expect(try await installation.newsreel("fetch", "--wait", site.url("/busy")).status == 1)
        let record = try #require(try await installation.records("fetches").first)
        #expect(record["outcome"] == "http_error" && record["message"]?.contains("429") == true, "\(record)")
        let retry = try #require(record["retry_at"].flatMap { Installation.date($0) })
        let time = try #require(record["time"].flatMap { Installation.date($0) })
        #expect(retry.timeIntervalSince(time) >= 3599)

        #expect(try await installation.newsreel("fetch", site.url("/other")).status == 0)
        let queue = JSON(try await installation.newsreel("queue", "--json").output.joined())
        #expect(queue.list("entries").compactMap { $0["url"] }.contains(site.url("/other")), "\(queue)")
        #expect(site.paths == ["/busy"])
    }

    @Test func oneTextUnderThreeAddressesIsOneArticle() async throws {
        // One page under two names, and a short address that leads to it.
        let site = try ScriptedSite { path in
            switch path {
            case "/robots.txt": nil
            case "/short": .init(status: 302, headers: ["Location: /story"])
            default: .init(body: Story.page(5))
            }
        }
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        for (path, outcome) in [("/story", "article"), ("/copy", "duplicate"), ("/short", "duplicate")] {
            let fetch = try await installation.newsreel("fetch", "--wait", "--json", site.url(path))
            #expect(fetch.status == 0)
            #expect(JSON(fetch.output.first ?? "")["outcome"] == outcome, "\(path): \(fetch)")
        }
        #expect(try await installation.records("articles").count == 1)
    }

    @Test func aRedirectIntoWhatRobotsForbidIsNotFollowed() async throws {
        let site = try ScriptedSite { path in
            switch path {
            case "/robots.txt": .init(headers: [], body: "User-agent: *\nDisallow: /private/\n")
            case "/go": .init(status: 302, headers: ["Location: /private/a"])
            default: .init(body: Story.page(1))
            }
        }
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let fetch = try await installation.newsreel("fetch", "--wait", "--json", site.url("/go"))
        let outcome = JSON(fetch.output.first ?? "")
        #expect(outcome["outcome"] == "robots_denied", "\(fetch)")
        #expect(outcome["message"]?.contains("/private/") == true)
        #expect(!site.paths.contains("/private/a"))
    }

    @Test func thePartOfAHostThatIsBusyRestsAndTheOthersGoOn() async throws {
        let site = try ScriptedSite { path in
            path.hasPrefix("/busy/")
                ? .init(status: 503, headers: ["Retry-After: 3600"]) : .init(body: Story.page(path.count))
        }
        defer { site.stop() }
        let installation = try Installation(fetch: "obey_robots: false")
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        #expect(try await installation.newsreel("fetch", "--wait", site.url("/busy/1")).status == 1)
        #expect(try await installation.newsreel("fetch", "--wait", site.url("/calm/22")).status == 0)
        #expect(try await installation.newsreel("fetch", site.url("/busy/2")).status == 0)
        #expect(try await installation.newsreel("fetch", "--wait", site.url("/calm/333")).status == 0)
        #expect(!site.paths.contains("/busy/2"), "it waits, though others of its host were fetched after it")
    }

    @Test func noOtherPageOfABusyPartStartsBeforeItRests() async throws {
        let site = try ScriptedSite { _ in .init(status: 429, headers: ["Retry-After: 3600"]) }
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        try installation.write(
            """
            state_directory: \(installation.state)
            fetch:
              allow_private_addresses: true
              minimum_delay_per_host: 0s
              maximum_concurrency_per_host: 1
              obey_robots: false
              read_reservations: false
            control:
              socket: \(installation.socket)

            """)
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let pages = (1...20).map { site.url("/busy/\($0)") }
        #expect(try await installation.newsreel(["fetch"] + pages).status == 0)
        // It comes after the others of its host, all of which wait.
        _ = try await installation.newsreel("fetch", "--wait", site.url("/calm/1"))
        #expect(site.paths.count { $0.hasPrefix("/busy/") } == 1, "\(site.paths)")
    }
}

extension Installation {
    /// An RFC 3339 time, with or without parts of a second.
    static func date(_ text: String) -> Date? {
        let formatter = ISO8601DateFormatter()
        if let date = formatter.date(from: text) { return date }
        formatter.formatOptions.insert(.withFractionalSeconds)
        return formatter.date(from: text)
    }
}
