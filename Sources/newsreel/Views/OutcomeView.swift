internal import Model

/// Outcomes as a person reads them.
enum OutcomeView {
    /// `not an article`, `timed out`.
    static func words(_ outcome: Outcome) -> String {
        switch outcome {
        case .httpError: "HTTP error"
        case .tlsFailed: "TLS failed"
        default: outcome.rawValue.split(separator: "_").joined(separator: " ")
        }
    }

    /// `2 articles`, `1 unchanged`.
    static func counted(_ outcome: Outcome, _ count: Int) -> String {
        switch outcome {
        case .article: Amount.plural(count, "article")
        case .duplicate: Amount.plural(count, "duplicate")
        case .notAnArticle: Amount.plural(count, "not an article", "not articles")
        case .httpError: Amount.plural(count, "HTTP error")
        default: "\(Amount.count(count)) \(words(outcome))"
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
