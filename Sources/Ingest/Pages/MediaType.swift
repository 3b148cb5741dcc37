/// What a body is, by its Content-Type and its first bytes.
enum MediaType: Equatable {
    case html, plain
    /// A picture, a document, anything that no text can be read from.
    case other

    /// A page without a type, or with one that says nothing, is taken for HTML unless its bytes are binary (WHATWG MIME
    /// Sniffing section 3: NUL and most control bytes).
    init(_ contentType: String?, startOf body: [UInt8]) {
        let essence = (contentType ?? "").prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        guard !MediaType.isBinary(body.prefix(512)) else {
            self = .other
            return
        }
        switch essence {
        case "text/plain": self = .plain
        case "", "text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/octet-stream",
            "unknown/unknown", "*/*":
            self = .html
        default: self = essence.hasPrefix("text/") ? .html : .other
        }
    }

    private static func isBinary(_ start: ArraySlice<UInt8>) -> Bool {
        // UTF-16 has NUL bytes and is text.
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return false }
        return start.contains { $0 < 0x09 || $0 == 0x0B || (0x0E...0x1A).contains($0) || (0x1C...0x1F).contains($0) }
    }
}
