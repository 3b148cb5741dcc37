import Hostile
import Loopback
import Fetch
import Model
import Synchronization
import Testing

/// What a hostile peer does, and what the fetch must come to.
@Suite(.timeLimit(.minutes(1)))
struct HostilePeerTests {
    @Test(arguments: HostilePeer.all)
    func aHostilePeerEndsAsTheTableSays(_ row: HostilePeer) async throws {
        let server = try LoopbackServer { peer in
            guard peer.readRequest() != nil else { return }
            row.behaviour(peer)
        }
        defer { server.stop() }
        let result = try await fetchAlone(
            request(server.url(), maximumBodyBytes: 100_000, timeout: .milliseconds(row.timeout)),
            row.stalls ? Self.quick : FetchConfiguration())
        switch (row.outcome, result) {
        case (.failed(let kind), .failed(let failure)):
            #expect(failure.kind.rawValue == kind, "\(failure.message) [curl \(failure.code?.rawValue ?? 0)]")
            #expect(failure.message.contains("127.0.0.1") || kind == "address_denied" || kind == "scheme_denied")
            #expect(failure.receivedBytes <= 100_000)
            #expect(failure.head.count <= 128 * 1024)
        case (.captured(let status, let count), .captured(let capture)):
            #expect(capture.status == status)
            #expect(capture.body.count == count)
        case (_, .failed(let failure)): Issue.record("failed: \(failure.kind), \(failure.message)")
        case (_, .captured(let capture)): Issue.record("captured: \(capture.status), \(capture.body.count) bytes")
        }
    }

    /// Short times, so that a stalling peer is given up soon.
    private static var quick: FetchConfiguration {
        var configuration = FetchConfiguration()
        configuration.timeouts.firstByte = .milliseconds(400)
        configuration.timeouts.lowSpeedTime = .seconds(1)
        return configuration
    }

    @Test(arguments: ["a chunk size that overflows", "a field of 90 KB, twice"])
    func anErrorOfTheNetworkIsNotTakenForTheNextPeers(_ name: String) async throws {
        let row = try #require(HostilePeer.all.first { $0.name == name })
        let server = try LoopbackServer { peer in
            guard let request = peer.readRequest() else { return }
            guard request.path == "/reset" else { return row.behaviour(peer) }
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npage")
            peer.reset()
        }
        defer { server.stop() }
        let fetcher = try Fetcher()
        let lost = try await fetcher.fetch(request(server.url("/reset"))).failed()
        let failure = try await fetcher.fetch(request(server.url("/next"), maximumBodyBytes: 100_000)).failed()
        await fetcher.shutDown()
        #expect(lost.kind == .truncated)
        guard case .failed(let kind) = row.outcome else { return }
        #expect(failure.kind.rawValue == kind, "\(failure.message)")
    }

    @Test func theFetcherGoesOnAfterEveryHostilePeer() async throws {
        let turn = Atomic<Int>(0)
        let rows = HostilePeer.quickToEnd
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                guard request.path != "/fine" else {
                    peer.respond(text: "fine")
                    continue
                }
                return rows[turn.wrappingAdd(1, ordering: .relaxed).oldValue % rows.count].behaviour(peer)
            }
        }
        defer { server.stop() }
        let fetcher = try Fetcher()
        for _ in rows {
            _ = await fetcher.fetch(try request(server.url("/bad"), maximumBodyBytes: 100_000, timeout: .seconds(2)))
            let capture = try await fetcher.fetch(request(server.url("/fine"))).captured()
            #expect(capture.body == Array("fine".utf8))
        }
        await fetcher.shutDown()
    }

    @Test func whatIsKnownOfAPageThatIsTooLargeIsKept() async throws {
        let server = try LoopbackServer { peer in
            guard peer.readRequest() != nil else { return }
            peer.send("HTTP/1.1 200 OK\r\nX-Paper: Harbour\r\n\r\n")
            while peer.send([UInt8](repeating: 0x61, count: 4096)) {}
        }
        defer { server.stop() }
        let failure = try await fetchAlone(request(server.url("/a"), maximumBodyBytes: 10_000)).failed()
        #expect(failure.kind == .tooLarge)
        #expect(failure.status == 200)
        #expect(failure.headers["x-paper"] == "Harbour")
        #expect(failure.remoteAddress == "127.0.0.1")
        #expect(failure.receivedBytes <= 10_000)
        #expect(failure.message.contains("10000 bytes"))
    }
}

extension HostilePeer: CustomTestStringConvertible {
    /// The row's name.
    public var testDescription: String { name }
}
