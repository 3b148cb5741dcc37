internal import Model

/// The parts of a host's sites that asked to be left alone (Retry-After), and until when.
///
/// A part is a name and the first directory of a path. Where two directories of a name rest, the whole name does.
struct PathRests {
    typealias Instant = ContinuousClock.Instant

    private struct Part {
        let name: String
        let directory: String
        var until: Instant
    }

    private var parts: [Part] = []

    /// With more parts than this at rest the whole host should.
    static let maximum = 64

    /// Leaves the part that a page lies in alone; false where there are too many parts.
    mutating func add(_ url: CanonicalURL, until: Instant, now: Instant) -> Bool {
        parts.removeAll { $0.until <= now }
        let own = PathRests.directory(of: url)
        let others = parts.filter { $0.name == url.host && $0.directory != own }
        let directory = others.isEmpty ? own : "/"
        let latest = parts.filter { $0.name == url.host }.map(\.until).max() ?? until
        if others.isEmpty {
            parts.removeAll { $0.name == url.host }
        } else {
            parts.removeAll { $0.name == url.host && $0.directory == "/" }
        }
        guard parts.count < PathRests.maximum else { return false }
        parts.append(Part(name: url.host, directory: directory, until: others.isEmpty ? max(until, latest) : until))
        return true
    }

    /// Until when a page's part rests; nil where it does not.
    func end(for url: CanonicalURL, at now: Instant) -> Instant? {
        guard !parts.isEmpty else { return nil }
        let path = url.url.path
        return parts.lazy.filter { $0.until > now && $0.name == url.host && path.hasPrefix($0.directory) }
            .map(\.until).max()
    }

    func isEmpty(at now: Instant) -> Bool { !parts.contains { $0.until > now } }

    /// The path up to the slash after its first segment: `/api/` of `/api/v1/list`, `/` of `/list`.
    private static func directory(of url: CanonicalURL) -> String {
        let path = url.url.path
        guard let end = path.utf8.dropFirst().firstIndex(of: UInt8(ascii: "/")) else { return "/" }
        return String(path[...end])
    }
}
