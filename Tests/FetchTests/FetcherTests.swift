import Hostile
import Loopback
import Fetch
import Glibc
import Model
import Posix
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FetcherTests {
    @Test func aPageIsCapturedWithItsHeadAsItWasReceived() async throws {
        let head = "HTTP/1.1 404 Gone Fishing\r\nx-Paper: Harbour\r\nX-PAPER: Island\r\nContent-Length: 4\r\n\r\n"
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.send(head + "page") }
        }
        defer { server.stop() }
        let before = SystemWallClock().now()
        let capture = try await fetchAlone(request(server.url("/a?b=c#d"))).captured()
        #expect(capture.status == 404)
        #expect(capture.head == Array(head.utf8))
        #expect(capture.body == Array("page".utf8))
        #expect(capture.headers.values(of: "x-paper") == ["Harbour", "Island"])
        #expect(capture.requested.href == server.url("/a?b=c#d"))
        #expect(capture.final == capture.requested)
        #expect(capture.remoteAddress == "127.0.0.1")
        #expect(capture.remotePort == Int(server.port))
        #expect(capture.httpVersion == "1.1")
        #expect(capture.wireBytes == head.utf8.count + 4)
        #expect(capture.started >= before && capture.started <= capture.finished)
        #expect(capture.timings.firstByte > .zero && capture.timings.firstByte <= capture.timings.total)
    }

    @Test func theRequestLineHasNeitherFragmentNorUserInformation() async throws {
        let seen = Mutex("")
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                seen.withLock { $0 = request.head }
                peer.respond()
            }
        }
        defer { server.stop() }
        _ = try await fetchAlone(request("http://ann:p%40ss@127.0.0.1:\(server.port)/a/%2e%2e/./b?q#top")).captured()
        let head = seen.withLock { $0 }
        #expect(head.hasPrefix("GET /b?q HTTP/1.1\r\n"))
        #expect(head.contains("Authorization: Basic YW5uOnBAc3M="))
        #expect(!head.contains("top"))
    }

    @Test func theConfiguredHeadersAreSentAndNoOthers() async throws {
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() { peer.respond(text: request.head) }
        }
        defer { server.stop() }
        var configuration = FetchConfiguration()
        configuration.userAgent = "newsreel-test/1 (+https://news.example/bot)"
        configuration.from = "desk@news.example"
        configuration.acceptLanguage = "zh, en;q=0.5"
        var asked = try request(server.url())
        asked.headers = [("X-Own", "1"), ("accept", "text/plain"), ("X-Bad", "a\r\nX-Smuggled: 1"), ("No Token", "1")]
        let head = String(decoding: try await fetchAlone(asked, configuration).captured().body, as: UTF8.self)
        let names = head.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != ":" }.lowercased() }
        #expect(
            names.sorted() == [
                "accept", "accept-encoding", "accept-language", "from", "host", "user-agent", "x-own",
            ])
        #expect(head.contains("User-Agent: newsreel-test/1 (+https://news.example/bot)\r\n"))
        #expect(head.contains("From: desk@news.example\r\n"))
        #expect(head.contains("accept: text/plain"))
        #expect(head.contains("Accept-Encoding: deflate, gzip, br, zstd"))
    }

    @Test(arguments: [
        ("gzip", Fixture.gzip), ("deflate", Fixture.deflate), ("br", Fixture.brotli), ("zstd", Fixture.zstd),
        ("identity", Fixture.page),
    ])
    func aCompressedBodyIsUnpacked(_ coding: String, _ bytes: [UInt8]) async throws {
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.respond(200, ["Content-Encoding: \(coding)"], body: bytes) }
        }
        defer { server.stop() }
        let capture = try await fetchAlone(request(server.url())).captured()
        #expect(capture.body == Fixture.page)
        #expect(capture.contentEncoding == coding)
        #expect(capture.wireBytes == capture.head.count + bytes.count)
    }

    @Test func bothValidatorsAreSentAndNotModifiedIsCaptured() async throws {
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                let isSame =
                    request.header("If-None-Match") == "W/\"v1\""
                    && request.header("If-Modified-Since") == "Tue, 05 Mar 2024 10:00:00 GMT"
                peer.send(
                    isSame
                        ? "HTTP/1.1 304 Not Modified\r\nETag: W/\"v1\"\r\n\r\n"
                        : "HTTP/1.1 200 OK\r\nETag: W/\"v1\"\r\nLast-Modified: Tue, 05 Mar 2024 10:00:00 GMT\r\n"
                            + "Content-Length: 4\r\n\r\npage")
            }
        }
        defer { server.stop() }
        let fetcher = try Fetcher()
        var asked = try request(server.url())
        let first = try await fetcher.fetch(asked).captured()
        #expect(first.status == 200)
        asked.validators = first.validators
        let second = try await fetcher.fetch(asked).captured()
        #expect(second.status == 304)
        #expect(second.body.isEmpty)
        #expect(second.validators.entityTag == "W/\"v1\"")
        await fetcher.shutDown()
    }

    @Test func theInterimResponseIsNotTheHead() async throws {
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil {
                peer.send(
                    "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            }
        }
        defer { server.stop() }
        let capture = try await fetchAlone(request(server.url())).captured()
        #expect(capture.head == Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n".utf8))
    }

    @Test func aChunkedBodyHasItsTrailersLeftOut() async throws {
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil {
                peer.send(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\npa\r\n2\r\nge\r\n0\r\nX-Late: 1\r\n\r\n")
            }
        }
        defer { server.stop() }
        let capture = try await fetchAlone(request(server.url())).captured()
        #expect(capture.body == Array("page".utf8))
        #expect(capture.headers["x-late"] == nil)
    }

    @Test func aBodyExactlyAsLongAsTheBoundIsCaptured() async throws {
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                peer.respond(body: [UInt8](repeating: 1, count: request.path == "/fits" ? 1000 : 1001))
            }
        }
        defer { server.stop() }
        let fits = try await fetchAlone(request(server.url("/fits"), maximumBodyBytes: 1000)).captured()
        #expect(fits.body.count == 1000)
        let failure = try await fetchAlone(request(server.url("/longer"), maximumBodyBytes: 1000)).failed()
        #expect(failure.kind == .tooLarge)
    }

    @Test func theProxyOfTheEnvironmentIsNotAsked() async throws {
        // In a process of its own, whose environment no other test reads.
        await #expect(processExitsWith: .success) {
            let server = try LoopbackServer { peer in
                while peer.readRequest() != nil { peer.respond(text: "page") }
            }
            for name in ["http_proxy", "all_proxy"] { setenv(name, "http://127.0.0.1:\(try deadPort())", 1) }
            let capture = try await fetchAlone(request(server.url())).captured()
            #expect(capture.body == Array("page".utf8))
            server.stop()
        }
    }

    @Test func theConfiguredProxyIsAskedForTheWholeAddress() async throws {
        let proxy = try LoopbackServer { peer in
            while let request = peer.readRequest() { peer.respond(text: request.path) }
        }
        defer { proxy.stop() }
        var configuration = FetchConfiguration()
        configuration.proxy = proxy.url("")
        let capture = try await fetchAlone(request("http://news.example/a", allowPrivate: false), configuration)
            .captured()
        #expect(String(decoding: capture.body, as: UTF8.self) == "http://news.example/a")
        let denied = try await fetchAlone(request("http://[::1]/a", allowPrivate: false), configuration).failed()
        #expect(denied.kind == .addressDenied)
    }

    @Test func retryAfterCountsFromTheEndOfTheResponse() async throws {
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.respond(503, ["Retry-After: 120"]) }
        }
        defer { server.stop() }
        let capture = try await fetchAlone(request(server.url())).captured()
        #expect(capture.retryAfter == .seconds(120))
    }
}
