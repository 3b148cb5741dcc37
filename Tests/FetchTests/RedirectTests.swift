import Loopback
import Fetch
import Model
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct RedirectTests {
    /// A server that sends each path to the location of the table, and answers the others with the request's head.
    private static func server(_ locations: [String: String]) throws -> LoopbackServer {
        try LoopbackServer { peer in
            while let request = peer.readRequest() {
                if let location = locations[request.path] {
                    peer.respond(302, ["Location: \(location)"], text: "over there")
                } else {
                    peer.respond(200, ["ETag: \"other\""], text: request.head)
                }
            }
        }
    }

    @Test func theChainIsKeptWithStatusAndLocation() async throws {
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                switch request.path {
                case "/1": peer.respond(301, ["Location: /2"])
                case "/2": peer.respond(308, ["Location: 3?x#there"])
                default: peer.respond(text: request.path)
                }
            }
        }
        defer { server.stop() }
        let capture = try await fetchAlone(request(server.url("/1"))).captured()
        #expect(capture.requested.href == server.url("/1"))
        #expect(capture.final.href == server.url("/3?x#there"))
        #expect(capture.body == Array("/3?x".utf8))
        #expect(capture.redirects.map(\.status) == [301, 308])
        #expect(capture.redirects.map(\.location) == ["/2", "3?x#there"])
        #expect(capture.redirects.map(\.url.href) == [server.url("/1"), server.url("/2")])
        #expect(server.connectionCount == 1)
    }

    @Test(arguments: [("/loop", "/loop"), ("/a", "/b")])
    func aLoopIsSeenAtItsSecondTurn(_ path: String, _ target: String) async throws {
        let server = try Self.server(["/loop": "/loop", "/a": "/b", "/b": "/a#again"])
        defer { server.stop() }
        let failure = try await fetchAlone(request(server.url(path))).failed()
        #expect(failure.kind == .redirectLoop)
        #expect(failure.redirects.count <= 2)
        #expect(failure.message.contains("circle"))
    }

    @Test func aChainOfFortyHopsIsGivenUpAtTheTwentyFirst() async throws {
        let server = try Self.server(Dictionary(uniqueKeysWithValues: (0..<40).map { ("/\($0)", "/\($0 + 1)") }))
        defer { server.stop() }
        let failure = try await fetchAlone(request(server.url("/0"))).failed()
        #expect(failure.kind == .tooManyRedirects)
        #expect(failure.redirects.count == 21)
        #expect(failure.status == 302)
        let capture = try await fetchAlone(request(server.url("/20"))).captured()
        #expect(capture.redirects.count == 20)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://news.example/", "javascript:alert(1)", "gopher://127.0.0.1/"])
    func aRedirectToAnotherSchemeIsDenied(_ location: String) async throws {
        let server = try Self.server(["/": location])
        defer { server.stop() }
        let failure = try await fetchAlone(request(server.url())).failed()
        #expect(failure.kind == .schemeDenied)
        #expect(failure.redirects.map(\.location) == [location])
        #expect(failure.message.contains(location))
    }

    @Test func aLocationThatIsNoAddressIsNamed() async throws {
        let server = try Self.server(["/": "http://[::1"])
        defer { server.stop() }
        let failure = try await fetchAlone(request(server.url())).failed()
        #expect(failure.kind == .badRedirect)
        #expect(failure.message.contains("http://[::1"))
    }

    @Test(arguments: [
        "http://127.0.0.2:PORT/", "http://localhost:PORT/", "http://0x7f000002:PORT/", "http://[::1]:PORT/",
    ])
    func aRedirectToAPrivateAddressIsDenied(_ location: String) async throws {
        let port = Mutex("")
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil {
                peer.respond(302, ["Location: " + location.replacing("PORT", with: port.withLock { $0 })])
            }
        }
        defer { server.stop() }
        port.withLock { $0 = String(server.port) }
        var asked = try request(server.url(), allowPrivate: false)
        asked.allowedNetworks = [try #require(IPNetwork("127.0.0.1/32"))]
        // A name that resolves to the allowed address as well would be followed to it.
        guard location.contains("localhost") else {
            let failure = try await fetchAlone(asked).failed()
            #expect(failure.kind == .addressDenied)
            #expect(failure.message.contains("loopback"))
            return
        }
        asked.allowedNetworks = []
        asked.url = try WebURL("http://localhost:\(server.port)/")
        let failure = try await fetchAlone(asked).failed()
        #expect(failure.kind == .addressDenied)
        #expect(server.connectionCount == 0)
    }

    @Test func aRedirectWithoutALocationIsCaptured() async throws {
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.respond(302, text: "choose yourself") }
        }
        defer { server.stop() }
        let capture = try await fetchAlone(request(server.url())).captured()
        #expect(capture.status == 302)
        #expect(capture.redirects.isEmpty)
    }

    @Test func whatBelongsToOneOriginStaysThere() async throws {
        let other = try Self.server([:])
        defer { other.stop() }
        let server = try Self.server(["/leave": other.url("/there"), "/stay": "/here"])
        defer { server.stop() }
        var asked = try request("http://ann:secret@127.0.0.1:\(server.port)/stay")
        asked.headers = [("X-Key", "k"), ("Accept-Language", "zh")]
        let stayed = String(decoding: try await fetchAlone(asked).captured().body, as: UTF8.self)
        #expect(stayed.contains("Authorization: Basic") && stayed.contains("X-Key: k"))
        asked.url = try WebURL("http://ann:secret@127.0.0.1:\(server.port)/leave")
        let left = String(decoding: try await fetchAlone(asked).captured().body, as: UTF8.self)
        #expect(!left.contains("Authorization") && !left.contains("X-Key"))
        #expect(left.contains("Accept-Language: zh"))
    }

    @Test func aRedirectCannotChooseWhoWeLogInAs() async throws {
        let port = Mutex("")
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                guard request.path == "/" else {
                    peer.respond(text: request.head)
                    continue
                }
                peer.respond(302, ["Location: http://eve:x@127.0.0.1:\(port.withLock { $0 })/there"])
            }
        }
        defer { server.stop() }
        port.withLock { $0 = String(server.port) }
        let capture = try await fetchAlone(request(server.url())).captured()
        #expect(!String(decoding: capture.body, as: UTF8.self).contains("Authorization"))
    }

    @Test func theValidatorsGoToTheAddressTheyCameFrom() async throws {
        let server = try Self.server(["/old": "/new"])
        defer { server.stop() }
        let fetcher = try Fetcher()
        var asked = try request(server.url("/old"))
        let first = try await fetcher.fetch(asked).captured()
        #expect(first.validators.entityTag == "\"other\"")
        asked.validators = first.validators
        let elsewhere = String(decoding: try await fetcher.fetch(asked).captured().body, as: UTF8.self)
        #expect(!elsewhere.contains("If-None-Match"))
        asked.validatorsURL = first.final
        let same = String(decoding: try await fetcher.fetch(asked).captured().body, as: UTF8.self)
        #expect(same.contains("If-None-Match: \"other\""))
        await fetcher.shutDown()
    }

    @Test func bytesOfALocationThatAreNotUTF8AreEncodedAsTheyStand() async throws {
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                guard request.path == "/" else {
                    peer.respond(text: request.path)
                    continue
                }
                // 新闻 in GB 18030.
                peer.send(
                    Array("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /".utf8) + [0xd0, 0xc2, 0xce, 0xc5])
                peer.send("\r\n\r\n")
            }
        }
        defer { server.stop() }
        let capture = try await fetchAlone(request(server.url())).captured()
        #expect(capture.body == Array("/%D0%C2%CE%C5".utf8))
    }

    @Test func aRedirectWithAnEndlessBodyIsFollowed() async throws {
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                guard request.path == "/" else {
                    peer.respond(text: "page")
                    continue
                }
                peer.send("HTTP/1.1 302 Found\r\nLocation: /there\r\n\r\n")
                while peer.send([UInt8](repeating: 0x61, count: 4096)) {}
            }
        }
        defer { server.stop() }
        #expect(try await fetchAlone(request(server.url())).captured().body == Array("page".utf8))
    }

    @Test func theTimeIsForAllHopsTogether() async throws {
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                _ = peer.dawdle(milliseconds: 100)
                peer.respond(302, ["Location: \(request.path)x"])
            }
        }
        defer { server.stop() }
        let failure = try await fetchAlone(request(server.url(), timeout: .milliseconds(350))).failed()
        #expect(failure.kind == .timedOut)
        #expect(failure.redirects.count <= 4)
        #expect(failure.timings.total >= .milliseconds(300))
    }
}
