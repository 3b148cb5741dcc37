internal import Model

/// What has happened on the site by now: the stories carry times relative to its beginning.
struct Timeline: Sendable {
    let began: Timestamp
    /// The port that the site's own URLs name.
    let port: Int
    let now: @Sendable () -> Timestamp

    /// When a story is first seen, and what happens to it later.
    var age: Duration { began.duration(to: now()) }

    /// The beginning, that much later or earlier, in China's zone.
    func chinese(_ offset: Duration) -> Timestamp { began.advanced(by: offset).at(offsetSeconds: 8 * 3600) }

    /// The beginning, that much later or earlier, in UTC.
    func universal(_ offset: Duration) -> Timestamp { began.advanced(by: offset) }
}
