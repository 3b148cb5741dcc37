internal import Catalog
internal import Config
internal import Fetch
internal import Model
internal import Schedule

extension FetchRequest {
    /// A request that is let through where the plan's are, without what is meant for its pages alone.
    init(_ url: WebURL, by plan: SourcePlan.RequestPlan, maximumBodyBytes: Int) {
        self.init(
            url: url, maximumBodyBytes: maximumBodyBytes, timeout: plan.timeout,
            allowPrivateAddresses: plan.allowPrivateAddresses, allowedNetworks: plan.allowedNetworks,
            authorityFile: plan.authorityFile)
        proxy = plan.proxy
        clientCertificate = plan.clientCertificate
    }

    /// The request for an entry: conditional where an earlier answer gave validators, unless it is forced.
    init(_ entry: FrontierEntry, by plan: SourcePlan, knowing state: URLState) {
        self.init(entry.url.url, by: plan.request, maximumBodyBytes: plan.request.maximumBodyBytes)
        headers = plan.request.headers.map { ($0.name, $0.value) }
        cookieJar = plan.request.cookieJar
        let known = Validators(entityTag: state.entityTag, lastModified: state.lastModified)
        guard !entry.force, entry.backfill == nil, !known.isEmpty, state.page != nil else { return }
        validators = known
        if let address = state.finalURL { validatorsURL = CanonicalURL.parsed(address) }
    }

    /// Whether a 304 answers it.
    var isConditional: Bool { validators.map { !$0.isEmpty } ?? false }
}

extension Attempt {
    /// Takes in a fetch's result; the capture where there is one.
    mutating func take(_ result: FetchResult) -> Capture? {
        switch result {
        case .captured(let capture):
            status = capture.status
            finalURL = capture.final.href
            contentType = capture.contentType
            bytes = capture.body.count
            redirects = capture.redirects
            details = capture.details
            retryAfter = capture.retryAfter
            if entry.purpose == .source { freshFor = capture.freshFor }
            return capture
        case .failed(let failure):
            status = failure.status
            finalURL = failure.url.href
            bytes = failure.receivedBytes
            redirects = failure.redirects
            details = failure.details
            end(failure.kind.outcome, failure.message)
            return nil
        }
    }

    mutating func take(_ refusal: RobotsGate.Refusal) {
        details = refusal.details
        end(refusal)
    }

    mutating func end(_ refusal: RobotsGate.Refusal) {
        retryAfter = refusal.retryAfter
        end(refusal.outcome, refusal.message)
    }
}

extension Capture {
    /// How long the server says that its answer stays fresh; nil where it says nothing.
    fileprivate var freshFor: Duration? {
        let freshness = HTTPFreshness(status: status, headers: headers.map { ($0.name, $0.value) }, received: finished)
        return freshness.lifetime.map { max(.zero, $0 - freshness.age(at: finished)) }
    }
}
