/// The name in what feeds give as an author: `mail (name)`, `name (mail)`, `name <mail>`, or a name alone.
enum PersonName {
    /// The name, else the address; nil where there is neither.
    static func read(_ text: String?) -> String? {
        guard let text = text.flatMap(\.collapsed) else { return nil }
        for (opening, closing) in [("(", ")"), ("<", ">")] where text.hasSuffix(closing) {
            guard let start = text.lastIndex(of: Character(opening)) else { continue }
            let inside = text[text.index(after: start)...].dropLast().trimmed
            let outside = text[..<start].trimmed
            return [outside, inside].compactMap(\.self).first { !isAddress($0) } ?? outside ?? inside
        }
        return text
    }

    private static func isAddress(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "@")) && !text.contains(" ")
    }
}
