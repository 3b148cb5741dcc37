/// What a body looks like, judged by its first bytes.
enum PageForm: Hashable, Sendable {
    case empty
    /// An object or an array.
    case json
    /// Markup whose first element has this local name, in lower case.
    case markup(root: String)
    /// Anything else.
    case text

    /// Whether the root is one of a feed's.
    var isFeed: Bool {
        guard case .markup(let root) = self else { return false }
        return ["rss", "rdf", "feed", "channel", "entry"].contains(root)
    }

    /// Whether the root is one of a sitemap's.
    var isSitemap: Bool { self == .markup(root: "urlset") || self == .markup(root: "sitemapindex") }
}

/// Finds out what a body is before it is decoded.
///
/// Looks at no more than the first 16 KiB. Zero bytes are left out, so UTF-16 is read as well: all the names that matter
/// are ASCII.
struct PageSniffer {
    private static let maximumBytes = 16 << 10
    private let bytes: [UInt8]
    private var position = 0

    static func form(of body: [UInt8]) -> PageForm {
        var sniffer = PageSniffer(body)
        return sniffer.form()
    }

    private init(_ body: [UInt8]) {
        var head = body.prefix(PageSniffer.maximumBytes)
        for mark: [UInt8] in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] where head.starts(with: mark) {
            head = head.dropFirst(mark.count)
        }
        bytes = head.filter { $0 != 0 }
    }

    private mutating func form() -> PageForm {
        skipSpace()
        guard let first = bytes.indices.contains(position) ? bytes[position] : nil else { return .empty }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .json }
        guard let declaration = find("<?xml") ?? (first == UInt8(ascii: "<") ? position : nil) else {
            return find("<html") != nil || find("<HTML") != nil ? .markup(root: "html") : .text
        }
        position = declaration
        return rootName().map { .markup(root: $0) } ?? .text
    }

    /// The local name of the first element; comments, instructions and the document type are passed over.
    private mutating func rootName() -> String? {
        while position < bytes.count {
            guard let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
            position = start
            if at("<!--") {
                skip(through: "-->")
            } else if at("<?") {
                skip(through: "?>")
            } else if at("<!") {
                if isHTMLDocumentType { return "html" }
                skipDeclaration()
            } else {
                return tagName(from: start + 1)
            }
        }
        return nil
    }

    private var isHTMLDocumentType: Bool {
        let text = String(decoding: bytes[position...].prefix(14), as: UTF8.self).lowercased()
        return text == "<!doctype html" && !bytes[position...].prefix(4096).contains(UInt8(ascii: "["))
            && find("<rss") == nil && find("<feed") == nil && find("<rdf:RDF") == nil
    }

    private func tagName(from start: Int) -> String? {
        let name = bytes[start...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        let text = String(decoding: name, as: UTF8.self).lowercased()
        return text.split(separator: ":", omittingEmptySubsequences: true).last.map(String.init)
    }

    /// Past a declaration and its internal subset.
    private mutating func skipDeclaration() {
        var brackets = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "[") { brackets += 1 }
            if byte == UInt8(ascii: "]") { brackets -= 1 }
            if byte == UInt8(ascii: ">"), brackets <= 0 { return }
        }
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private mutating func skip(through mark: StaticString) {
        position = find(mark).map { $0 + mark.utf8CodeUnitCount } ?? bytes.count
    }

    private func at(_ mark: StaticString) -> Bool { mark.withUTF8Buffer { bytes[position...].starts(with: $0) } }

    private func find(_ mark: StaticString) -> Int? {
        mark.withUTF8Buffer { mark in
            var start = position
            while start + mark.count <= bytes.count {
                if bytes[start] == mark[0], bytes[start...].starts(with: mark) { return start }
                start += 1
            }
            return nil
        }
    }
}
