internal import Model

extension FetchProgress {
    /// A failure by what the thread gave.
    func failure(_ outcome: HopOutcome, now: Timestamp) -> FetchFailure {
        let (kind, detail) = outcome.failure
        return failure(kind, detail, outcome, now: now)
    }

    /// A failure before anything was sent.
    func failure(_ kind: FetchFailure.Kind, target: String, now: Timestamp) -> FetchFailure {
        failure(kind, .target(target), .notStarted(.cancelled), now: now)
    }

    /// A failure by our own judgement of an outcome.
    func failure(
        _ kind: FetchFailure.Kind, _ detail: FailureDetail, _ outcome: HopOutcome, now: Timestamp
    ) -> FetchFailure {
        let message = FailureMessage(
            kind: kind, detail: detail, url: url, request: request, configuration: plan.configuration, outcome: outcome)
        return FetchFailure(
            kind: kind, message: message.text, requested: request.url, url: url, redirects: chain.redirects,
            code: outcome.code == .CURLE_OK ? nil : outcome.code, status: outcome.head?.status,
            head: outcome.head?.raw ?? outcome.partialHead, headers: outcome.head?.headers ?? HeaderList(),
            receivedBytes: outcome.body.count, started: now.advanced(by: .zero - elapsed), finished: now,
            details: outcome.details.total(elapsed))
    }
}

extension TransferDetails {
    /// The same, with the time of all hops.
    func total(_ total: Duration) -> TransferDetails {
        TransferDetails(
            timings: timings.total(total), remoteAddress: remoteAddress, remotePort: remotePort,
            httpVersion: httpVersion, wireBytes: wireBytes)
    }
}
