import Loopback
import Foundation
import Synchronization

/// A server that answers by path and remembers what it was asked for.
final class ScriptedSite: Sendable {
    struct Answer: Sendable {
        var status = 200
        var headers = ["Content-Type: text/html"]
        var body = ""
    }

    private let server: LoopbackServer
    private let asked: AskedPaths

    /// Paths without an answer get 404.
    init(_ answer: @escaping @Sendable (String) -> Answer?) throws {
        let asked = AskedPaths()
        self.asked = asked
        server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                asked.add(request.path)
                let answer = answer(request.path) ?? Answer(status: 404, body: "nothing here")
                guard peer.respond(answer.status, answer.headers, text: answer.body) else { return }
            }
        }
    }

    /// The paths that were asked for, in order, with the time of each.
    var requests: [(path: String, time: ContinuousClock.Instant)] { asked.all }

    var paths: [String] { requests.map(\.path) }

    func url(_ path: String) -> String { server.url(path) }

    func stop() { server.stop() }
}

private final class AskedPaths: Sendable {
    private let state = Mutex<[(path: String, time: ContinuousClock.Instant)]>([])

    var all: [(path: String, time: ContinuousClock.Instant)] { state.withLock { $0 } }

    func add(_ path: String) { state.withLock { $0.append((path, .now)) } }
}
