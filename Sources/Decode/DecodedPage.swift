/// A page as valid UTF-8, and how its charset was found.
package struct DecodedPage: Sendable {
    /// What the charset was taken from, the strongest first.
    package enum Evidence: String, Sendable {
        case byteOrderMark = "bom"
        case header
        case meta
        case xmlDeclaration = "xml_declaration"
        /// From the bytes themselves: nothing was declared, or what was declared they contradict.
        case guess
        /// Nothing was declared, and the bytes say nothing.
        case `default`
    }

    /// Without a byte order mark. Equal to the input, and sharing its memory, where that was valid UTF-8.
    package let utf8: [UInt8]
    package let charset: Charset
    package let from: Evidence
    /// How many U+FFFD stand for bytes that were no character.
    package let replacements: Int

    /// The text as a string.
    package var text: String { String(decoding: utf8, as: UTF8.self) }
}

/// What a page is, as far as its charset is concerned.
package enum PageKind: Sendable {
    /// Looks for `<meta charset>`; the default is windows-1252.
    case html
    /// Looks for an XML declaration; the default is UTF-8.
    case xml
    /// Declares nothing inside.
    case text

    /// The kind that a Content-Type names; without one, or with one that says nothing, what the first bytes look like.
    package init(contentType: String?, bytes: [UInt8]) {
        let essence = (contentType ?? "").prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
        let start = bytes.prefix(512).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let isDeclaredXML = start.starts(with: "<?xml".utf8)
        if essence == "text/html" || essence == "application/xhtml+xml" {
            self = .html
        } else if essence.hasSuffix("/xml") || essence.hasSuffix("+xml") || essence.hasPrefix("text/xml")
            || essence.hasPrefix("application/xml") || isDeclaredXML
        {
            self = .xml
        } else {
            let isText = essence == "text/plain" || essence.hasSuffix("json")
            self = isText || (essence.isEmpty && !PageKind.hasMarkup(bytes)) ? .text : .html
        }
    }

    /// Whether there is anything like a tag in the first 64 KiB; bytes without a type and without one are plain text.
    private static func hasMarkup(_ bytes: [UInt8]) -> Bool {
        // Of UTF-16 every second byte is zero.
        var previous: UInt8 = 0
        for byte in bytes.prefix(65_536) where byte != 0 {
            if previous == 0x3C, (0x41...0x5A).contains(byte & 0xDF) || byte == 0x21 || byte == 0x2F { return true }
            previous = byte
        }
        return previous == 0
    }
}
