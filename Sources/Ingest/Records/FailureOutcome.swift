internal import Fetch
internal import Model

extension FetchFailure.Kind {
    /// What the failure counts as.
    var outcome: Outcome {
        switch self {
        case .nameNotResolved: .nameNotResolved
        case .connectionRefused: .connectionRefused
        case .connectFailed, .connectionLost, .localFailure: .connectFailed
        case .tlsFailed: .tlsFailed
        case .timedOut: .timedOut
        case .tooManyRedirects: .tooManyRedirects
        case .redirectLoop: .redirectLoop
        case .notAdmitted: .robotsDenied
        case .badRedirect, .protocolError: .protocolError
        case .tooLarge: .tooLarge
        case .headersTooLarge: .headersTooLarge
        case .badEncoding: .badEncoding
        case .truncated: .truncated
        case .addressDenied: .addressDenied
        case .schemeDenied: .schemeDenied
        case .cancelled, .shutDown: .cancelled
        }
    }
}

extension Outcome {
    /// Whether another try may end better: the network's and the server's faults, not the page's.
    var isTransient: Bool {
        switch self {
        case .nameNotResolved, .connectionRefused, .connectFailed, .tlsFailed, .timedOut, .truncated, .deferred,
            .notStored, .httpError, .badEncoding, .protocolError:
            true
        default: false
        }
    }
}
