import Hostile
import Loopback
import Fetch
import Glibc
import Model
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ConnectionTests {
    private static func echo() throws -> LoopbackServer {
        try LoopbackServer { peer in
            while let request = peer.readRequest() { peer.respond(text: request.path) }
        }
    }

    @Test func aConnectionIsUsedAgain() async throws {
        let server = try Self.echo()
        defer { server.stop() }
        let fetcher = try Fetcher()
        for number in 0..<20 {
            let capture = try await fetcher.fetch(request(server.url("/\(number)"))).captured()
            #expect(capture.body == Array("/\(number)".utf8))
        }
        #expect(server.connectionCount == 1)
        await fetcher.shutDown()
    }

    @Test func fiveHundredFetchesAtOnceEachGetTheirOwnPage() async throws {
        let server = try Self.echo()
        defer { server.stop() }
        var configuration = FetchConfiguration()
        configuration.maximumConcurrency = 32
        let fetcher = try Fetcher(configuration)
        try await withThrowingTaskGroup { group in
            for number in 0..<500 {
                let asked = try request(server.url("/\(number)"))
                group.addTask {
                    let capture = try await fetcher.fetch(asked).captured()
                    #expect(capture.body == Array("/\(number)".utf8))
                }
            }
            try await group.waitForAll()
        }
        #expect(server.connectionCount <= 32)
        await fetcher.shutDown()
    }

    @Test func neverMoreTransfersThanAllowedAreUnderWay() async throws {
        let now = Mutex((running: 0, most: 0))
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil {
                now.withLock {
                    $0.running += 1
                    $0.most = max($0.most, $0.running)
                }
                _ = peer.dawdle(milliseconds: 5)
                now.withLock { $0.running -= 1 }
                peer.respond()
            }
        }
        defer { server.stop() }
        var configuration = FetchConfiguration()
        configuration.maximumConcurrency = 3
        let fetcher = try Fetcher(configuration)
        let asked = try request(server.url())
        await withTaskGroup { group in
            for _ in 0..<30 { group.addTask { _ = await fetcher.fetch(asked) } }
        }
        await fetcher.shutDown()
        #expect(now.withLock { $0.most } <= 3)
    }

    @Test func aConnectionThatTheServerClosedIsOpenedAnew() async throws {
        let server = try LoopbackServer { peer in
            if let request = peer.readRequest() { peer.respond(text: request.path) }
        }
        defer { server.stop() }
        let fetcher = try Fetcher()
        for number in 0..<5 {
            #expect(try await fetcher.fetch(request(server.url("/\(number)"))).captured().status == 200)
        }
        #expect(server.connectionCount == 5)
        await fetcher.shutDown()
    }

    @Test func aDeadPortRefuses() async throws {
        let failure = try await fetchAlone(request("http://127.0.0.1:\(deadPort())/")).failed()
        #expect(failure.kind == .connectionRefused)
        #expect(failure.message.contains("refused the connection"))
        #expect(failure.code == .CURLE_COULDNT_CONNECT)
    }

    @Test func aNameThatDoesNotResolveIsNamed() async throws {
        let failure = try await fetchAlone(request("http://paper.invalid/", timeout: .seconds(20))).failed()
        #expect(failure.kind == .nameNotResolved)
        #expect(failure.message.contains("paper.invalid"))
    }

    @Test(arguments: ["http://a,b.invalid/", "http://a;b.invalid/", "http://a+b.invalid/"])
    func aNameThatLibcurlRefusesIsNotResolvedEither(_ address: String) async throws {
        #expect(try await fetchAlone(request(address)).failed().kind == .nameNotResolved)
    }

    @Test func aLackOfDescriptorsIsAFaultOfOurs() async throws {
        // In a process of its own, whose bound concerns no other test.
        await #expect(processExitsWith: .success) {
            let fetcher = try Fetcher()
            var bound = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &bound)
            // Below all that are open, so that one which another thread closes does not help.
            bound.rlim_cur = 3
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &bound)
            while dup(0) >= 0 {}
            let failure = try await fetcher.fetch(request("http://127.0.0.1:9/")).failed()
            #expect(failure.kind == .localFailure, "\(failure.message)")
        }
    }

    @Test(arguments: ["ftp://news.example/a", "file:///etc/passwd", "gopher://127.0.0.1:70/", "data:text/html,page"])
    func anotherSchemeIsDenied(_ address: String) async throws {
        let failure = try await fetchAlone(request(address)).failed()
        #expect(failure.kind == .schemeDenied)
        #expect(failure.code == nil)
    }
}
