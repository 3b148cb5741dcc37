/// The HTTP head as it goes into a record: as received, but true of the body that is stored with it.
///
/// The body is stored decoded. A field that says otherwise (Content-Encoding, Transfer-Encoding, another Content-Length) keeps its
/// value under the name `X-Archive-Orig-…`, and Content-Length is the stored body's. A status line of HTTP/2 or 3, which
/// no such protocol has on the wire, is written as HTTP/1.1, because the tools that read archives know no other.
enum StoredHead {
    static let prefix = Array("X-Archive-Orig-".utf8)

    /// The head of an answer without a body (304), whose fields are true of the stored one: the status line alone is looked at.
    static func write(_ head: [UInt8]) -> [UInt8] {
        var lines = lines(head)
        return lines.popFirst().map { statusLine($0) + lines.flatMap { $0 + [13, 10] } + [13, 10] } ?? [13, 10]
    }

    /// The head for a body of that length; every line ends with CRLF.
    static func write(_ head: [UInt8], bodyLength: Int) -> [UInt8] {
        var lines = lines(head)
        var stored = statusLine(lines.popFirst() ?? [])
        var hasLength = false
        for line in lines {
            let name = HeadParser.text(line.prefix { $0 != UInt8(ascii: ":") }).lowercased()
            let value = HeadParser.text(line.dropFirst(name.utf8.count).drop { $0 == UInt8(ascii: ":") })
            if isUntrue(name, value, bodyLength, hasLength) { stored += prefix }
            if name == "content-length", value == String(bodyLength) { hasLength = true }
            stored += line
            stored += [13, 10]
        }
        if !hasLength { stored += Array("Content-Length: \(bodyLength)\r\n".utf8) }
        return stored + [13, 10]
    }

    private static func lines(_ head: [UInt8]) -> ArraySlice<ArraySlice<UInt8>> {
        head.split(separator: 10).map { $0.last == 13 ? $0.dropLast() : $0 }.filter { !$0.isEmpty }[...]
    }

    private static func isUntrue(_ name: String, _ value: String, _ bodyLength: Int, _ hasLength: Bool) -> Bool {
        switch name {
        case "content-encoding": value.lowercased() != "identity"
        case "transfer-encoding": true
        case "content-length": hasLength || value != String(bodyLength)
        default: false
        }
    }

    private static func statusLine(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count > 1, words[0].hasPrefix("HTTP/"), !words[0].hasPrefix("HTTP/1.") else {
            return Array(line) + [13, 10]
        }
        let phrase = words.count > 2 ? words[2] : reasonPhrases[words[1]] ?? "Unassigned"
        return Array("HTTP/1.1 \(words[1]) \(phrase)\r\n".utf8)
    }

    /// The phrases of RFC 9110 for what pages answer; some tools print a missing one as `None`.
    private static let reasonPhrases = [
        "200": "OK", "201": "Created", "202": "Accepted", "203": "Non-Authoritative Information", "204": "No Content",
        "205": "Reset Content", "206": "Partial Content", "300": "Multiple Choices", "301": "Moved Permanently",
        "302": "Found", "303": "See Other", "304": "Not Modified", "307": "Temporary Redirect",
        "308": "Permanent Redirect", "400": "Bad Request", "401": "Unauthorized", "402": "Payment Required",
        "403": "Forbidden", "404": "Not Found", "405": "Method Not Allowed", "406": "Not Acceptable",
        "408": "Request Timeout", "409": "Conflict", "410": "Gone", "421": "Misdirected Request",
        "429": "Too Many Requests", "500": "Internal Server Error", "501": "Not Implemented", "502": "Bad Gateway",
        "503": "Service Unavailable", "504": "Gateway Timeout",
    ]
}
