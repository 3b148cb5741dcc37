internal import Config
internal import Discover
internal import Model

/// Sources of the configuration to OPML and back.
enum SourceExchange {
    /// Settings that may hold secrets, and are written only where that is asked for.
    static let secret: Set<String> = ["headers", "proxy"]

    /// The OPML form of sources.
    static func opml(_ sources: [SourceSettings], withSecrets: Bool, now: Timestamp) -> String {
        let written = sources.map { source in
            let settings = SourceText.written(source).filter { key in
                key.name != "url" && key.name != "name" && (withSecrets || !secret.contains(key.name))
            }
            return OPMLWriter.Source(
                title: source.displayName, url: source.url, isFeed: source.kind == .feed || source.kind == .auto,
                settings: settings)
        }
        return OPMLWriter.write(written, created: now)
    }

    /// The sources of an OPML file, each with an id of its own; `taken` are ids that others have.
    ///
    /// Throws the configuration's errors where a setting of ours has a value that is none.
    static func sources(
        _ outlines: [OPMLOutline], file: String, taken: Set<String> = []
    ) throws(ConfigurationErrors) -> [SourceSettings] {
        var taken = taken
        let known = Set(SourceText.names)
        let keys = outlines.map { outline -> [(name: String, value: String)] in
            let settings = outline.settings.filter {
                known.contains($0.name) && !["id", "name", "url"].contains($0.name)
            }
            let given = outline.settings.first { $0.name == "id" }.map { $0.value.filter { $0 != "\"" && $0 != "'" } }
            let id = free(given ?? name(of: outline), &taken)
            var keys = [("id", SourceText.quoted(id)), ("url", SourceText.quoted(outline.url.href))]
            if let title = outline.title, title != id { keys.append(("name", SourceText.quoted(title))) }
            // What newsreel wrote itself leaves out only what is the default.
            if outline.settings.isEmpty { keys.append(("kind", "feed")) }
            if let language = outline.language, !settings.contains(where: { $0.name == "language" }) {
                keys.append(("language", SourceText.quoted(language)))
            }
            // A value stays on its line: nothing in it can become another key.
            return keys + settings.map { ($0.name, $0.value.filter { !$0.isNewline }) }
        }
        guard !keys.isEmpty else { return [] }
        return try Configuration.parse(text: SourceText.file(keys), file: file).sources
    }

    /// An id by the title, or by the host where the title has no Latin letters.
    private static func name(of outline: OPMLOutline) -> String {
        let title = slug(outline.title ?? "")
        return title.utf8.count >= 3 ? title : slug(outline.url.host ?? "source")
    }

    /// Lower-case letters and digits with hyphens between.
    private static func slug(_ text: String) -> String {
        var id: [UInt8] = []
        for byte in text.lowercased().utf8 {
            let isPlain = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
            if isPlain { id.append(byte) } else if let last = id.last, last != 0x2D { id.append(0x2D) }
        }
        while id.last == 0x2D { id.removeLast() }
        return String(decoding: id.prefix(48), as: UTF8.self)
    }

    /// The id, or the first of `id-2`, `id-3` … that nobody has.
    private static func free(_ id: String, _ taken: inout Set<String>) -> String {
        let id = id.isEmpty ? "source" : id
        if taken.insert(id).inserted { return id }
        var number = 2
        while !taken.insert("\(id)-\(number)").inserted { number += 1 }
        return "\(id)-\(number)"
    }
}
