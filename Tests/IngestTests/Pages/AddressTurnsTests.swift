import Synchronization
import Testing

@testable import Ingest

@Suite struct AddressTurnsTests {
    @Test func nobodyIsAtAnAddressBesideAnother() async {
        let turns = AddressTurns()
        let visitors = Visitors()
        await withTaskGroup(of: Void.self) { tasks in
            for number in 0..<400 {
                tasks.addTask {
                    let url = "http://a.example/\(number % 3)"
                    await turns.alone(with: url) {
                        visitors.enter(url)
                        await Task.yield()
                        visitors.leave(url)
                    }
                }
            }
        }
        #expect(visitors.most == 1 && visitors.all == 400)
    }

    @Test func anErrorFreesTheAddress() async throws {
        struct Failure: Error {}
        let turns = AddressTurns()
        for _ in 0..<2 {
            await #expect(throws: Failure.self) {
                try await turns.alone(with: "http://a.example/") { () async throws(Failure) -> Void in throw Failure() }
            }
        }
    }
}

/// Counts who is where at once.
private final class Visitors: Sendable {
    private let state = Mutex((inside: [String: Int](), most: 0, all: 0))

    var most: Int { state.withLock { $0.most } }
    var all: Int { state.withLock { $0.all } }

    func enter(_ url: String) {
        state.withLock { state in
            let count = (state.inside[url] ?? 0) + 1
            state.inside[url] = count
            state.most = max(state.most, count)
            state.all += 1
        }
    }

    func leave(_ url: String) { state.withLock { $0.inside[url, default: 0] -= 1 } }
}
