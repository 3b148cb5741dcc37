/// The charset parameter of a Content-Type field (RFC 9110, section 8.3.1), as servers write it.
///
/// White space about the `=` and single quotes are borne.
enum ContentTypeCharset {
    static func find(_ contentType: String) -> Charset? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, trimmed(parts[0]).lowercased() == "charset" else { continue }
            let value = trimmed(parts[1])
            // The first charset parameter counts, even if nobody knows its label.
            return Charset.named(String(value.filter { $0 != "\"" && $0 != "'" }))
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let head = text.drop { $0 == " " || $0 == "\t" }
        guard let last = head.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return head[...last]
    }
}
