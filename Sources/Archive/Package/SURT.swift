/// The key by which replay tools look a URL up: the host turned round, then path and query, in lower case.
///
/// As the web archives' common canonicalisation has it: without scheme, user, `www.`, a default port, an empty query, a slash at the
/// end; escapes undone where they can be, parameters in order.
package enum SURT {
    /// The key of a URL; of a text that is none, the text in lower case.
    package static func key(_ url: String) -> String {
        guard let colon = url.firstRange(of: "://") else { return url.lowercased() }
        let scheme = url[..<colon.lowerBound].lowercased()
        let rest = url[colon.upperBound...].prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let target = rest[authority.endIndex...]
        let path = target.prefix { $0 != "?" }
        let query = target[path.endIndex...].dropFirst()
        return host(authority.lowercased(), scheme) + ")" + SURT.path(path) + SURT.query(query)
    }

    private static func host(_ authority: String, _ scheme: String) -> String {
        var host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority[...]
        var port = ""
        if let colon = host.lastIndex(of: ":"), host[colon...].dropFirst().allSatisfy(\.isNumber) {
            port = String(host[colon...])
            host = host[..<colon]
        }
        if port == (scheme == "https" ? ":443" : ":80") || port == ":" { port = "" }
        if host.hasPrefix("[") { return String(host.dropFirst().prefix { $0 != "]" }) + port }
        var labels = host.split(separator: ".", omittingEmptySubsequences: true)
        if labels.count > 1, labels[0].hasPrefix("www"), labels[0].dropFirst(3).allSatisfy(\.isNumber) {
            labels.removeFirst()
        }
        return labels.reversed().joined(separator: ",") + port
    }

    private static func path(_ path: Substring) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        return "/" + parts.map { escaped(unescaped(Array($0.utf8))).lowercased() }.joined(separator: "/")
    }

    private static func query(_ query: Substring) -> String {
        guard !query.isEmpty else { return "" }
        let parts = query.split(separator: "&", omittingEmptySubsequences: false)
        return "?" + parts.map { escaped(unescaped(Array($0.utf8))).lowercased() }.sorted().joined(separator: "&")
    }

    /// Bytes without percent escapes, also those of escapes, as far as anybody goes.
    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<4 where bytes.contains(UInt8(ascii: "%")) { bytes = once(bytes) }
        return bytes
    }

    private static func once(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                output.append(high << 4 | low)
                index += 3
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// What is no printable ASCII character, `#` and `%` are escaped.
    private static func escaped(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") {
                output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
