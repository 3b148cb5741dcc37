import Loopback
import Fetch
import Model
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CookieTests {
    /// Sets a cookie with each answer, and says which ones it was sent.
    private static func site() throws -> LoopbackServer {
        try LoopbackServer { peer in
            while let request = peer.readRequest() {
                let cookie = request.header("Cookie") ?? "none"
                peer.respond(200, ["Set-Cookie: visit=\(request.path.dropFirst()); Path=/"], text: cookie)
            }
        }
    }

    private func body(_ fetcher: Fetcher, _ url: String, jar: String?) async throws -> String {
        var asked = try request(url)
        asked.cookieJar = jar
        return String(decoding: try await fetcher.fetch(asked).captured().body, as: UTF8.self)
    }

    @Test func withoutAJarNoCookieIsKept() async throws {
        let server = try Self.site()
        defer { server.stop() }
        let fetcher = try Fetcher()
        #expect(try await body(fetcher, server.url("/1"), jar: nil) == "none")
        #expect(try await body(fetcher, server.url("/2"), jar: nil) == "none")
        await fetcher.shutDown()
    }

    @Test func aJarIsForItsNameAlone() async throws {
        let server = try Self.site()
        defer { server.stop() }
        let fetcher = try Fetcher()
        #expect(try await body(fetcher, server.url("/1"), jar: "a") == "none")
        #expect(try await body(fetcher, server.url("/2"), jar: "a") == "visit=1")
        #expect(try await body(fetcher, server.url("/3"), jar: "b") == "none")
        #expect(try await body(fetcher, server.url("/4"), jar: nil) == "none", "the handle forgets the jar")
        #expect(try await body(fetcher, server.url("/5"), jar: "a") == "visit=2")
        await fetcher.shutDown()
    }

    @Test func aRedirectToSetACookieEnds() async throws {
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                if request.header("Cookie") == "seen=1" {
                    peer.respond(text: "page")
                } else {
                    peer.respond(302, ["Set-Cookie: seen=1; Path=/", "Location: /page?again"])
                }
            }
        }
        defer { server.stop() }
        var asked = try request(server.url("/page"))
        #expect(try await fetchAlone(asked).failed().kind == .redirectLoop)
        asked.cookieJar = "a"
        #expect(try await fetchAlone(asked).captured().body == Array("page".utf8))
    }

    @Test func aFloodOfCookiesIsBounded() async throws {
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                let cookies = (0..<300).map {
                    "Set-Cookie: \(request.path.dropFirst())-\($0)=\(String(repeating: "x", count: 100))"
                }
                peer.respond(200, cookies, text: "\(request.header("Cookie")?.utf8.count ?? 0)")
            }
        }
        defer { server.stop() }
        let fetcher = try Fetcher()
        for number in 0..<50 {
            let sent = try #require(Int(try await body(fetcher, server.url("/\(number)"), jar: "a")))
            #expect(sent <= 8192, "a request's cookies stay below what servers take")
        }
        await fetcher.shutDown()
    }
}
