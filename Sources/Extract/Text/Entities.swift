/// Resolves character references that metadata has escaped twice.
enum Entities {
    static func decode(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = Substring(text)
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            if let end = rest.prefix(10).firstIndex(of: ";"),
                let character = character(rest[rest.index(after: mark)..<end])
            {
                result += character
                rest = rest[rest.index(after: end)...]
            } else {
                result += "&"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> String? {
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        }
        if name.hasPrefix("#") {
            return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        }
        return named.first { $0.0 == name }?.1
    }

    private static let named: [(String, String)] = [
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", " "), ("rsquo", "’"),
        ("lsquo", "‘"),
        ("rdquo", "”"), ("ldquo", "“"), ("mdash", "—"), ("ndash", "–"), ("hellip", "…"), ("eacute", "é"), ("uuml", "ü"),
        ("ouml", "ö"), ("auml", "ä"), ("szlig", "ß"),
    ]
}
