internal import Fetch
internal import Model
internal import Schedule

/// Asks each origin's robots.txt before its pages, and keeps the answer for a day (RFC 9309 section 2.4).
actor RobotsGate {
    /// Why a page may not be fetched now.
    struct Refusal: Sendable {
        let outcome: Outcome
        let message: String
        /// When to try again; nil for a rule that will not change soon.
        let retryAfter: Duration?
        let details: TransferDetails?
    }

    private enum Answer: Sendable {
        /// The rules for our agent, and the sitemaps that the file names.
        case rules(RobotsGroup, sitemaps: [String])
        case refused(Refusal)
    }

    private struct Kept {
        let answer: Answer
        let expires: ContinuousClock.Instant
    }

    private let fetcher: Fetcher
    private let frontier: FrontierKeeper
    private let clock: any ClockPair
    private var kept: [String: Kept] = [:]
    private var asking: [String: Task<Answer, Never>] = [:]

    private static let maximumKept = 20_000
    private static let maximumSitemaps = 100

    init(fetcher: Fetcher, frontier: FrontierKeeper, clock: any ClockPair) {
        self.fetcher = fetcher
        self.frontier = frontier
        self.clock = clock
    }

    /// Why a URL may not be fetched for a source; nil where it may.
    func refusal(of url: CanonicalURL, by plan: SourcePlan) async -> Refusal? {
        guard plan.request.obeyRobots else { return nil }
        switch await answer(for: url, plan) {
        case .refused(let refusal): return refusal
        case .rules(let rules, _):
            if let delay = rules.crawlDelay {
                await frontier.setCrawlDelay(min(delay, plan.request.maximumCrawlDelay), of: url)
            }
            let verdict = rules.verdict(url: url.url)
            guard !verdict.allowed else { return nil }
            let rule = verdict.rule.map { " by the rule \($0)" } ?? ""
            return Refusal(
                outcome: .robotsDenied,
                message: "robots.txt of \(url.host) forbids it to \(plan.request.agentToken)\(rule)",
                retryAfter: nil, details: nil)
        }
    }

    /// The sitemaps that the robots.txt of a URL's origin names, absolute; none where it cannot be read.
    func sitemaps(of url: CanonicalURL, by plan: SourcePlan) async -> [WebURL] {
        guard case .rules(_, let sitemaps) = await answer(for: url, plan) else { return [] }
        return sitemaps.compactMap { text in
            do { return try WebURL(text, base: url.url) } catch { return nil }
        }
    }

    private func answer(for url: CanonicalURL, _ plan: SourcePlan) async -> Answer {
        // Sources on one origin may differ in what they are allowed to reach.
        let key = "\(url.url.origin) \(plan.request.agentToken) \(plan.request.reach)"
        if let known = kept[key], known.expires > clock.instant() { return known.answer }
        if let task = asking[key] { return await task.value }
        let task = Task { await ask(url, plan) }
        asking[key] = task
        let answer = await task.value
        asking[key] = nil
        keep(answer, key)
        return answer
    }

    private func keep(_ answer: Answer, _ key: String) {
        let life: Duration
        switch answer {
        case .rules: life = .seconds(86_400)
        case .refused(let refusal): life = refusal.retryAfter ?? .seconds(60)
        }
        if kept.count >= RobotsGate.maximumKept {
            let now = clock.instant()
            kept = kept.filter { $0.value.expires > now }
            if kept.count >= RobotsGate.maximumKept { kept.removeAll() }
        }
        kept[key] = Kept(answer: answer, expires: clock.instant().advanced(by: life))
    }

    private func ask(_ url: CanonicalURL, _ plan: SourcePlan) async -> Answer {
        let address: WebURL
        do {
            address = try WebURL("/robots.txt", base: url.url)
        } catch {
            return .refused(
                Refusal(outcome: .schemeDenied, message: "\(url) has no host to ask", retryAfter: nil, details: nil))
        }
        var request = FetchRequest(address, by: plan.request, maximumBodyBytes: RobotsRules.maximumBytes)
        request.goesFirst = true
        request.takesBeginning = true
        switch await fetcher.fetch(request) {
        case .captured(let capture): return answer(capture, plan)
        case .failed(let failure): return answer(failure, plan)
        }
    }

    /// RFC 9309 section 2.3.1: 4xx means no rules, 5xx means no access for now.
    private func answer(_ capture: Capture, _ plan: SourcePlan) -> Answer {
        switch capture.status {
        case 200..<300: return answer(RobotsRules.parse(capture.body), plan)
        case 500..., 429:
            let host = capture.final.host ?? ""
            return .refused(
                Refusal(
                    outcome: .deferred,
                    message:
                        "robots.txt of \(host) answered \(capture.status); until it can be read nothing is fetched there",
                    retryAfter: capture.retryAfter ?? .seconds(600), details: capture.details))
        default: return answer(.allowingAll, plan)
        }
    }

    private func answer(_ rules: RobotsRules, _ plan: SourcePlan) -> Answer {
        .rules(
            rules.group(agent: plan.request.agentToken),
            sitemaps: Array(rules.sitemaps.prefix(RobotsGate.maximumSitemaps)))
    }

    private func answer(_ failure: FetchFailure, _ plan: SourcePlan) -> Answer {
        switch failure.kind {
        case .redirectLoop, .tooManyRedirects, .badRedirect, .badEncoding, .protocolError:
            // Unavailable, as section 2.3.1.3 has it: the file cannot be had, though the host answers.
            return answer(.allowingAll, plan)
        default:
            return .refused(
                Refusal(
                    outcome: failure.kind.outcome, message: failure.message, retryAfter: .seconds(30),
                    details: failure.details))
        }
    }
}
