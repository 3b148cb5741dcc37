internal import Fetch
internal import Model

/// Asks each origin's `/.well-known/tdmrep.json` before its articles, and keeps the answer for a day.
///
/// What cannot be read says nothing. The file is asked for only where robots.txt lets it.
actor ReservationGate {
    private struct Kept {
        let rules: MiningRules?
        let expires: ContinuousClock.Instant
    }

    private static let maximumKept = 20_000
    private static let maximumBytes = 256 << 10
    private static let life = Duration.seconds(86_400)
    private static let lifeOfFailure = Duration.seconds(3600)

    private let fetcher: Fetcher
    private let robots: RobotsGate
    private let clock: any ClockPair
    private var kept: [String: Kept] = [:]
    private var asking: [String: Task<Kept, Never>] = [:]

    init(fetcher: Fetcher, robots: RobotsGate, clock: any ClockPair) {
        self.fetcher = fetcher
        self.robots = robots
        self.clock = clock
    }

    /// What the origin says of a page; nil for nothing.
    func rule(for url: WebURL, by plan: SourcePlan) async -> MiningRules.Rule? {
        guard plan.request.readReservations, url.isHTTP else { return nil }
        return await answer(for: url, plan).rules?.rule(for: url)
    }

    private func answer(for url: WebURL, _ plan: SourcePlan) async -> Kept {
        let key = "\(url.origin) \(plan.request.reach)"
        if let known = kept[key], known.expires > clock.instant() { return known }
        if let task = asking[key] { return await task.value }
        let task = Task { await ask(url, plan) }
        asking[key] = task
        let answer = await task.value
        asking[key] = nil
        if kept.count >= ReservationGate.maximumKept { kept.removeAll() }
        kept[key] = answer
        return answer
    }

    private func ask(_ url: WebURL, _ plan: SourcePlan) async -> Kept {
        let address: WebURL
        do { address = try WebURL("/.well-known/tdmrep.json", base: url) } catch { return keep(nil, failed: true) }
        guard await robots.refusal(of: CanonicalURL(address), by: plan) == nil else { return keep(nil) }
        var request = FetchRequest(address, by: plan.request, maximumBodyBytes: ReservationGate.maximumBytes)
        request.goesFirst = true
        guard case .captured(let capture) = await fetcher.fetch(request), capture.status < 500 else {
            return keep(nil, failed: true)
        }
        return keep((200..<300).contains(capture.status) ? MiningRules(capture.body) : nil)
    }

    private func keep(_ rules: MiningRules?, failed: Bool = false) -> Kept {
        let life = failed ? ReservationGate.lifeOfFailure : ReservationGate.life
        return Kept(rules: rules, expires: clock.instant().advanced(by: life))
    }
}
