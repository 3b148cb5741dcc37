import Loopback
import Fetch
import Model
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CancellationTests {
    /// A server that answers nothing, and a stream of what it sees: `true` for a request, `false` for its client's leaving.
    private static func silent() throws -> (LoopbackServer, AsyncStream<Bool>) {
        let (events, continuation) = AsyncStream<Bool>.makeStream()
        let server = try LoopbackServer { peer in
            guard peer.readRequest() != nil else { return }
            continuation.yield(true)
            peer.waitForHangUp()
            continuation.yield(false)
        }
        return (server, events)
    }

    @Test func cancellingTheTaskEndsTheTransfer() async throws {
        let (server, events) = try Self.silent()
        defer { server.stop() }
        let fetcher = try Fetcher()
        let asked = try request(server.url())
        let task = Task { await fetcher.fetch(asked) }
        var seen = events.makeAsyncIterator()
        #expect(await seen.next() == true)
        task.cancel()
        #expect(try await task.value.failed().kind == .cancelled)
        #expect(await seen.next() == false)
        await fetcher.shutDown()
    }

    @Test func aTaskThatWasCancelledBeforeFetchesNothing() async throws {
        let (server, _) = try Self.silent()
        defer { server.stop() }
        let fetcher = try Fetcher()
        let asked = try request(server.url())
        let (gate, open) = AsyncStream<Void>.makeStream()
        let task = Task {
            for await _ in gate {}
            return await fetcher.fetch(asked)
        }
        task.cancel()
        open.finish()
        #expect(try await task.value.failed().kind == .cancelled)
        await fetcher.shutDown()
    }

    @Test func aFetchThatWaitsForItsTurnCanBeCancelled() async throws {
        let (server, events) = try Self.silent()
        defer { server.stop() }
        var configuration = FetchConfiguration()
        configuration.maximumConcurrency = 1
        let fetcher = try Fetcher(configuration)
        let asked = try request(server.url())
        let first = Task { await fetcher.fetch(asked) }
        var seen = events.makeAsyncIterator()
        _ = await seen.next()
        let second = Task { await fetcher.fetch(asked) }
        second.cancel()
        #expect(try await second.value.failed().kind == .cancelled)
        first.cancel()
        _ = await first.value
        #expect(server.connectionCount == 1)
        await fetcher.shutDown()
    }

    @Test func shuttingDownEndsEveryFetchUnderWayAndWaiting() async throws {
        let (server, events) = try Self.silent()
        defer { server.stop() }
        var configuration = FetchConfiguration()
        configuration.maximumConcurrency = 8
        let fetcher = try Fetcher(configuration)
        let asked = try request(server.url())
        let tasks = (0..<50).map { _ in Task { await fetcher.fetch(asked) } }
        var seen = events.makeAsyncIterator()
        for _ in 0..<8 { #expect(await seen.next() == true) }
        await fetcher.shutDown()
        for task in tasks { #expect(try await task.value.failed().kind == .shutDown) }
        #expect(try await fetcher.fetch(asked).failed().kind == .shutDown)
        await fetcher.shutDown()
    }

    @Test func manyFetchesCancelledAtRandomEachGiveOneResult() async throws {
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.respond(text: "page") }
        }
        defer { server.stop() }
        let seed = UInt64.random(in: 0...UInt64.max)
        var numbers = SplitMix(seed: seed)
        let fetcher = try Fetcher()
        let asked = try request(server.url())
        let tasks = (0..<300).map { _ in Task { await fetcher.fetch(asked) } }
        for task in tasks where Bool.random(using: &numbers) { task.cancel() }
        var counts: [String: Int] = [:]
        for task in tasks {
            switch await task.value {
            case .captured: counts["captured", default: 0] += 1
            case .failed(let failure): counts[failure.kind.rawValue, default: 0] += 1
            }
        }
        #expect(counts.keys.allSatisfy { $0 == "captured" || $0 == "cancelled" }, "seed \(seed): \(counts)")
        #expect(counts["captured", default: 0] > 0, "seed \(seed)")
        await fetcher.shutDown()
    }

    @Test func aFetcherThatIsLetGoEndsItsThread() async throws {
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.respond() }
        }
        defer { server.stop() }
        for _ in 0..<20 {
            let fetcher = try Fetcher()
            #expect(try await fetcher.fetch(request(server.url())).captured().status == 200)
        }
        #expect(server.connectionCount == 20)
    }
}

/// Random numbers that a seed repeats.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
