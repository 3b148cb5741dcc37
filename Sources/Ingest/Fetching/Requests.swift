internal import Catalog
internal import Config
internal import Fetch
internal import Model
internal import Schedule

extension FetchRequest {
    /// The request for an entry: conditional where an earlier answer gave validators, unless it is forced.
    init(_ entry: FrontierEntry, by plan: SourcePlan, knowing state: URLState) {
        self.init(
            url: entry.url.url, maximumBodyBytes: plan.request.maximumBodyBytes, timeout: plan.request.timeout,
            headers: plan.request.headers.map { ($0.name, $0.value) },
            allowPrivateAddresses: plan.request.allowPrivateAddresses)
        let known = Validators(entityTag: state.entityTag, lastModified: state.lastModified)
        guard !entry.force, !known.isEmpty, state.page != nil else { return }
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
        retryAfter = refusal.retryAfter
        end(refusal.outcome, refusal.message)
    }
}
