internal import Fetch
internal import Model
internal import Synchronization

/// Asks robots.txt of each page that a fetch is redirected to, keeps the delay of its host, and remembers why it may not go there.
final class RedirectGate: Sendable {
    private let robots: RobotsGate
    private let plan: SourcePlan
    private let origin: CanonicalURL
    private let frontier: FrontierKeeper
    private let found = Mutex<RobotsGate.Refusal?>(nil)

    init(_ robots: RobotsGate, _ plan: SourcePlan, from origin: CanonicalURL, _ frontier: FrontierKeeper) {
        self.origin = origin
        self.frontier = frontier
        self.robots = robots
        self.plan = plan
    }

    /// Why a redirect was not followed; nil where none was refused.
    var refusal: RobotsGate.Refusal? { found.withLock { $0 } }

    func admits(_ url: WebURL) async -> Bool {
        guard url.isHTTP else { return true }
        guard let refusal = await robots.refusal(of: CanonicalURL(url), by: plan) else {
            await frontier.waitForTurn(from: origin, to: CanonicalURL(url))
            return true
        }
        found.withLock { $0 = refusal }
        return false
    }
}
