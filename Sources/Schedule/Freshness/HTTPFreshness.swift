package import Model

/// What a client may conclude from a response it has kept: is it still fresh, and what does the next request carry
/// (RFC 9111, 4.2 and 4.3; RFC 9110, 13.1).
///
/// A private cache of one user: `s-maxage` and `private` do not count.
package struct HTTPFreshness: Sendable {
    private let status: Int
    private let headers: [(name: String, value: String)]
    private let received: Timestamp

    /// A response: its status, its header fields in order, and when it came.
    package init(status: Int, headers: [(name: String, value: String)], received: Timestamp) {
        self.status = status
        self.headers = headers
        self.received = received
    }

    /// Whether the copy may be used without asking again.
    ///
    /// Where the server names no lifetime, a tenth of the time since the last change is taken for one, up to a day, if the
    /// status allows; unless `heuristics` is off.
    package func isFresh(at now: Timestamp, heuristics: Bool = true) -> Bool {
        let control = CacheControl(values("Cache-Control"))
        guard !control.isNoStore, !control.isNoCache, isStorable, !variesOnEverything else { return false }
        guard let lifetime = explicitLifetime(control) ?? (heuristics ? heuristicLifetime(control) : nil) else {
            return false
        }
        return lifetime > age(at: now)
    }

    /// How long the server says the response stays fresh; nil where it says nothing.
    package var lifetime: Duration? { explicitLifetime(CacheControl(values("Cache-Control"))) }

    /// The time since the response was made or last confirmed at its origin (RFC 9111, 4.2.3).
    package func age(at now: Timestamp) -> Duration {
        let apparent = date.map { max(.zero, $0.duration(to: received)) } ?? .zero
        let stated = Duration.seconds(values("Age").first.flatMap(HeaderText.seconds) ?? 0)
        return max(apparent, stated) + max(.zero, received.duration(to: now))
    }

    /// `If-None-Match` and `If-Modified-Since` for the next request, with the values as they came.
    ///
    /// Only a successful response, or the 304 that confirmed one, is worth a condition. A date that is none, and a tag that
    /// no header field may carry, are left out.
    package var requestValidators: [(name: String, value: String)] {
        guard (200...299).contains(status) || status == 304 else { return [] }
        var validators: [(name: String, value: String)] = []
        if let tag = values("ETag").first, !tag.isEmpty, tag.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) {
            validators.append(("If-None-Match", tag))
        }
        if let changed = values("Last-Modified").first, HTTPDate.parse(changed) != nil {
            validators.append(("If-Modified-Since", changed))
        }
        return validators
    }

    /// All values of a field, without the white space around them.
    private func values(_ name: String) -> [String] {
        headers.filter { HeaderText.isSame($0.name, name) }.map { HeaderText.trim($0.value) }
    }

    private var date: Timestamp? { values("Date").first.flatMap(HTTPDate.parse) }

    private var isStorable: Bool { status >= 200 && status != 206 && status != 304 }

    private var variesOnEverything: Bool {
        values("Vary").contains { $0.split(separator: ",").contains { HeaderText.trim(String($0)) == "*" } }
    }

    /// `max-age` before `Expires`; an `Expires` that is no date is in the past.
    private func explicitLifetime(_ control: CacheControl) -> Duration? {
        if let seconds = control.maximumAge { return .seconds(seconds) }
        guard let expires = values("Expires").first else { return nil }
        return HTTPDate.parse(expires).map { max(.zero, (date ?? received).duration(to: $0)) } ?? .zero
    }

    private func heuristicLifetime(_ control: CacheControl) -> Duration? {
        guard control.isPublic || HTTPFreshness.heuristicStatuses.contains(status),
            let changed = values("Last-Modified").first.flatMap(HTTPDate.parse)
        else { return nil }
        return min(max(.zero, changed.duration(to: date ?? received) / 10), .seconds(86_400))
    }

    /// RFC 9110, 15.1; without 206, which is not kept.
    private static let heuristicStatuses: Set<Int> = [200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501]
}
