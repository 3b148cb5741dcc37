package import Model

/// The `Retry-After` field of a response (RFC 9110, 10.2.3).
package enum RetryAfter {
    /// How long to wait from `now`: a number of seconds, or an HTTP date. Zero for a date that is past, nil for anything
    /// else. Never more than 68 years.
    package static func parse(_ value: String, now: Timestamp) -> Duration? {
        let text = HeaderText.trim(value)
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return HeaderText.seconds(text).map { .seconds($0) }
        }
        let limit = Duration.seconds(HeaderText.maximumSeconds)
        return HTTPDate.parse(text).map { min(max(.zero, now.duration(to: $0)), limit) }
    }
}
