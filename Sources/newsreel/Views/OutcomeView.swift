internal import Model

/// Outcomes as a person reads them.
enum OutcomeView {
    /// `not modified`, `timed out`.
    static func words(_ outcome: Outcome) -> String {
        switch outcome {
        case .httpError: "HTTP error"
        case .tlsFailed: "TLS failed"
        default: outcome.rawValue.split(separator: "_").joined(separator: " ")
        }
    }

    static func style(_ outcome: Outcome?) -> Style {
        switch outcome {
        case .article, .updated: .good
        case let outcome? where outcome.endedWell: .faint
        case .robotsDenied, .deferred, .gone, .cancelled: .warning
        default: .bad
        }
    }
}
