/// The name of a reel, for messages and for its directory.
package struct ReelName: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// Captured pages, as WARC records.
    package static let pages = ReelName(rawValue: "pages")
    /// Articles, one line of JSON each.
    package static let articles = ReelName(rawValue: "articles")
    /// Fetch attempts and their outcomes, one line of JSON each.
    package static let fetches = ReelName(rawValue: "fetches")

    package var description: String { rawValue }
}

/// Where a reel is: its name, its directory, and what its segment files end with.
package struct ReelLocation: Hashable, Sendable {
    package let name: ReelName
    /// The directory that holds the segments and nothing else.
    package let directory: String
    /// The end of the segments' names without the leading dot, such as `warc.gz`.
    package let suffix: String

    package init(name: ReelName, directory: String, suffix: String) {
        self.name = name
        self.directory = directory
        self.suffix = suffix
    }

    /// The reel of that name below the daemon's state directory: `pages` in `warc.gz`, the others in `jsonl.gz`.
    package static func standard(_ name: ReelName, in stateDirectory: String) -> ReelLocation {
        ReelLocation(
            name: name, directory: stateDirectory + "/" + name.rawValue,
            suffix: name == .pages ? "warc.gz" : "jsonl.gz")
    }
}
