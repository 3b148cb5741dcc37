internal import Model

/// Percent-encoding of a path segment or a query value (RFC 3986 section 2.1).
package enum TargetEncoding {
    /// Everything but unreserved characters is encoded.
    package static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(contentsOf: Hexadecimal.encode([byte]).uppercased().utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text meant; nil for a `%` without two digits, and for what is not UTF-8. `+` stays `+`.
    package static func decode(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let decoded = Hexadecimal.decode(Array(rest.prefix(2))), decoded.count == 1 else { return nil }
            bytes.append(contentsOf: decoded)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The items of a query string, in order; nil where one cannot be decoded. A `+` is a space, as forms write it.
    package static func items(_ query: some StringProtocol) -> [(name: String, value: String)]? {
        var items: [(name: String, value: String)] = []
        for part in query.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let texts = pair.map { decode(String($0.map { $0 == "+" ? " " : $0 })) }
            guard let name = texts.first ?? nil else { return nil }
            guard texts.count == 2 else {
                items.append((name, ""))
                continue
            }
            guard let value = texts[1] else { return nil }
            items.append((name, value))
        }
        return items
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
