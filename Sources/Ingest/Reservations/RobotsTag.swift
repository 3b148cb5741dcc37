/// The values of `X-Robots-Tag` and `meta name=robots`.
enum RobotsTag {
    /// The words of a field that are for a robot of that name, in lower case; those for another are left out.
    ///
    /// `otherbot: noarchive, noai` is for one robot; `noarchive` for all.
    static func words(_ value: String, agent: String) -> [String] {
        guard let colon = value.firstIndex(of: ":") else { return split(value) }
        let name = split(String(value[..<colon]))
        // Some words have values of their own.
        guard name.count == 1, let first = name.first, !withValues.contains(first) else { return split(value) }
        return first == agent.lowercased() || first == "*" ? split(String(value[value.index(after: colon)...])) : []
    }

    /// The words between commas.
    static func split(_ value: String) -> [String] {
        value.split(separator: ",").map { $0.filter { !$0.isWhitespace }.lowercased() }
    }

    private static let withValues: Set<String> = [
        "unavailable_after", "max-snippet", "max-image-preview", "max-video-preview",
    ]
}
