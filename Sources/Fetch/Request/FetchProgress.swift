internal import Model

/// One fetch from its first hop to its result: where it stands, and what comes next.
///
/// A state machine without clock and network: ask for `refusal`, carry out `order`, give the outcome to `take`, and again.
struct FetchProgress {
    let request: FetchRequest
    let plan: HopPlan
    /// The address of the hop at hand.
    private(set) var url: WebURL
    private(set) var chain: RedirectChain
    /// The time the hops so far took.
    private(set) var elapsed: Duration = .zero

    init(_ request: FetchRequest, _ configuration: FetchConfiguration, _ standardHeaders: RequestHeaders) {
        self.request = request
        plan = HopPlan(request: request, configuration: configuration, standardHeaders: standardHeaders)
        url = request.url
        chain = RedirectChain(from: request.url, maximum: configuration.maximumRedirects)
    }

    /// Why the next hop must not even be tried.
    func refusal(now: Timestamp) -> FetchResult? {
        guard url.isHTTP else { return .failed(failure(.schemeDenied, target: url.href, now: now)) }
        guard let denial = plan.denial(of: url) else { return nil }
        return .failed(failure(.notStarted(.addressDenied(address: denial.address, reason: denial.reason)), now: now))
    }

    /// What the thread is to do next.
    var order: HopOrder {
        plan.order(for: url, timeout: request.timeout - elapsed, isContinuation: !chain.redirects.isEmpty)
    }

    /// Takes the outcome of the hop at hand; nil where the next hop is to follow.
    mutating func take(_ outcome: HopOutcome, now: Timestamp) -> FetchResult? {
        elapsed += outcome.details.timings.total
        if let head = outcome.head, let location = head.redirectTarget, outcome.mayBeFollowed {
            return follow(chain.next(status: head.status, location: location, from: url), outcome, now: now)
        }
        guard outcome.ending == .cut || (outcome.code == .CURLE_OK && outcome.ending == nil), let head = outcome.head
        else {
            return .failed(failure(outcome, now: now))
        }
        guard head.status != 304 || plan.validators(for: url) != nil else {
            return .failed(failure(.protocolError, .unaskedNotModified, outcome, now: now))
        }
        return .captured(capture(head, outcome, now: now))
    }

    private mutating func follow(_ step: RedirectChain.Step, _ outcome: HopOutcome, now: Timestamp) -> FetchResult? {
        switch step {
        case .refuse(let kind, let target): return .failed(failure(kind, .target(target), outcome, now: now))
        case .follow(let target):
            guard elapsed < request.timeout else { return .failed(failure(.timedOut, .none, outcome, now: now)) }
            url = target
            return nil
        }
    }

    /// The next hop is not to be made.
    func refused(_ outcome: HopOutcome, now: Timestamp) -> FetchResult {
        .failed(failure(.notAdmitted, .target(url.href), outcome, now: now))
    }

    private func capture(_ head: ResponseHead, _ outcome: HopOutcome, now: Timestamp) -> Capture {
        Capture(
            requested: request.url, final: url, redirects: chain.redirects, status: head.status, head: head.raw,
            headers: head.headers, body: outcome.body, started: now.advanced(by: .zero - elapsed), finished: now,
            details: outcome.details.total(elapsed), hold: outcome.hold)
    }
}

extension HopOutcome {
    /// A redirect whose head is whole is followed, whatever became of its body.
    fileprivate var mayBeFollowed: Bool { ending == nil || ending == .redirectBodyDropped }
}
