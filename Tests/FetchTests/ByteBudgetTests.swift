import Dispatch
import Fetch
import Loopback
import Model
import Synchronization
import Testing

/// Memory is bounded by the bytes of all bodies together.
@Suite(.timeLimit(.minutes(1)))
struct ByteBudgetTests {
    private func configuration(_ bytes: Int) -> FetchConfiguration {
        var configuration = FetchConfiguration()
        configuration.maximumBytesInFlight = bytes
        return configuration
    }

    @Test func nothingBeginsWhileCapturesAreHeld() async throws {
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.respond(200, [], body: [UInt8](repeating: 0x61, count: 600_000)) }
        }
        defer { server.stop() }
        let fetcher = try Fetcher(configuration(1_000_000))
        var held: [Capture] = []
        for number in 0..<2 { held.append(try await fetcher.fetch(request(server.url("/\(number)"))).captured()) }
        let third = Task { try await fetcher.fetch(request(server.url("/3"))).captured().body.count }
        // What goes first is not held up, and so shows that the loop went round with the third waiting.
        for number in 0..<3 {
            var first = try request(server.url("/first-\(number)"))
            first.goesFirst = true
            _ = try await fetcher.fetch(first).captured()
        }
        let connections = server.connectionCount
        held.removeAll()
        #expect(try await third.value == 600_000)
        #expect(connections <= 2, "the third was not begun while two were held")
        await fetcher.shutDown()
    }

    /// No timer of libcurl's comes to the help of a loop that waits while all transfers are paused.
    @Test func manyLargeBodiesAtOnceAllArriveWithoutAnyTimer() async throws {
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil {
                peer.respond(200, [], body: [UInt8](repeating: 0x62, count: 900_000))
            }
        }
        defer { server.stop() }
        var configuration = configuration(1 << 20)
        configuration.timeouts.connect = .seconds(1000)
        configuration.timeouts.firstByte = .seconds(1000)
        configuration.timeouts.lowSpeedTime = .seconds(1000)
        let fetcher = try Fetcher(configuration)
        for round in 0..<4 {
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<24 {
                    let url = server.url("/\(round)/\(number)")
                    group.addTask {
                        try await fetcher.fetch(request(url, timeout: .seconds(1000))).captured().body.count
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts == [Int](repeating: 900_000, count: 24))
        }
        await fetcher.shutDown()
    }

    @Test func aTransferThatWaitsCanBeCancelled() async throws {
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.respond(200, [], body: [UInt8](repeating: 0x63, count: 700_000)) }
        }
        defer { server.stop() }
        let fetcher = try Fetcher(configuration(500_000))
        let held = try await fetcher.fetch(request(server.url("/1"))).captured()
        let waiting = Task { await fetcher.fetch(try request(server.url("/2"))) }
        waiting.cancel()
        #expect(try await waiting.value.failed().kind == .cancelled)
        #expect(held.body.count == 700_000)
        await fetcher.shutDown()
    }

    /// The budget is spent by bodies whose peers have fallen silent; the time of none of them ends.
    @Test func peersThatFellSilentDoNotHoldUpTheOthers() async throws {
        let mayEnd = DispatchSemaphore(value: 0)
        let server = try LoopbackServer { peer in
            while let asked = peer.readRequest() {
                guard asked.path.hasPrefix("/silent") else {
                    peer.respond(200, [], body: [UInt8](repeating: 0x64, count: 300_000))
                    continue
                }
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 40000\r\n\r\n")
                peer.send(String(repeating: "a", count: 20_000))
                mayEnd.wait()
                peer.send(String(repeating: "b", count: 20_000))
            }
        }
        defer {
            for _ in 0..<3 { mayEnd.signal() }
            server.stop()
        }
        let fetcher = try Fetcher(configuration(50_000))
        let silent = (0..<3).map { number in
            Task {
                let order = try request(server.url("/silent-\(number)"), timeout: .seconds(1000))
                return try await fetcher.fetch(order).captured().body.count
            }
        }
        let quick = (0..<3).map { number in
            Task {
                try await fetcher.fetch(request(server.url("/\(number)"), timeout: .seconds(1000))).captured().body
                    .count
            }
        }
        for fetch in quick { #expect(try await fetch.value == 300_000) }
        for _ in 0..<3 { mayEnd.signal() }
        for fetch in silent { #expect(try await fetch.value == 40_000) }
        await fetcher.shutDown()
    }

    /// The second waits for the first's end, longer than its own time; the silent one's time tells how long.
    @Test(arguments: ["/second", "/moved"])
    func waitingForRoomIsNotThePeersTime(path: String) async throws {
        let firstHasBegun = DispatchSemaphore(value: 0)
        let firstMayEnd = DispatchSemaphore(value: 0)
        let server = try LoopbackServer { peer in
            while let asked = peer.readRequest() {
                switch asked.path {
                case "/silent": continue
                case "/first":
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na")
                    firstHasBegun.signal()
                    firstMayEnd.wait()
                    peer.send("b")
                case "/begun":
                    firstHasBegun.wait()
                    peer.respond(200, [], body: [0x63])
                case "/moved":
                    peer.respond(302, ["Location: /second"], body: [UInt8](repeating: 0x65, count: 50_000))
                default: peer.respond(200, [], body: [UInt8](repeating: 0x64, count: 900_000))
                }
            }
        }
        defer {
            firstMayEnd.signal()
            server.stop()
        }
        let fetcher = try Fetcher(configuration(20_000))
        let first = Task { try await fetcher.fetch(request(server.url("/first"))).captured().body.count }
        for _ in 0..<2 {
            _ = try await fetcher.fetch(request(server.url("/begun"))).captured()
            firstHasBegun.signal()
        }
        let second = Task { await fetcher.fetch(try request(server.url(path), timeout: .milliseconds(500))) }
        var silent = try request(server.url("/silent"), timeout: .seconds(2))
        silent.goesFirst = true
        #expect(try await fetcher.fetch(silent).failed().kind == .timedOut)
        firstMayEnd.signal()
        #expect(try await first.value == 2)
        #expect(try await second.value.captured().body.count == 900_000)
        await fetcher.shutDown()
    }
}
