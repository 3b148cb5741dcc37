internal import Model

/// When a host wants to be asked again (RFC 9110 §10.2.3).
enum RetryAfter {
    /// A wait from `now`, given as seconds or as a date; nil for anything else, zero for a date that has passed.
    static func wait(_ value: String, now: Timestamp) -> Duration? {
        if let seconds = ASCII.number(ASCII.trim(Array(value.utf8)[...])) { return .seconds(seconds) }
        return HTTPDate.parse(value).map { max(.zero, now.duration(to: $0)) }
    }
}
