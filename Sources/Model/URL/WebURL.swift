/// A URL as the WHATWG URL Standard parses and serialises it.
///
/// Kept as its serialisation, which is always ASCII, and the bounds of its parts. Equal when the serialisations are.
/// At most 65,536 bytes. Parsing is safe from any thread and touches no shared state.
package struct WebURL: Hashable, Sendable, CustomStringConvertible {
    /// The serialisation.
    package let href: String
    let layout: URLLayout

    init(href: String, layout: URLLayout) {
        self.href = href
        self.layout = layout
    }

    /// Parses a text, against a base where it is relative (URL Standard, 4.4).
    ///
    /// White space at the ends, tabs and line breaks do not count. The query is encoded as UTF-8.
    package init(_ text: String, base: WebURL? = nil) throws(URLError) {
        var text = text
        let result = text.withUTF8 { URLParser.parse($0, base: base) }
        switch result {
        case .success(let url): self = url
        case .failure(let reason): throw URLError(text: text, base: base?.href, reason: reason)
        }
    }

    /// Parses bytes as ``init(_:base:)`` parses text; those that are not UTF-8 are percent-encoded as they stand.
    package init(utf8: UnsafeBufferPointer<UInt8>, base: WebURL? = nil) throws(URLError) {
        switch URLParser.parse(utf8, base: base) {
        case .success(let url): self = url
        case .failure(let reason):
            throw URLError(text: String(decoding: utf8, as: UTF8.self), base: base?.href, reason: reason)
        }
    }

    package var description: String { href }

    package static func == (left: WebURL, right: WebURL) -> Bool { left.href == right.href }

    package func hash(into hasher: inout Hasher) { hasher.combine(href) }

    /// The bytes of the href, in place.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = href
        return text.withUTF8(body)
    }

    /// A part of the href.
    func text(_ range: Range<Int>) -> String {
        withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }

    var specialScheme: URLScheme {
        withBytes { URLScheme(UnsafeBufferPointer(rebasing: $0[layout.scheme])) }
    }
}
