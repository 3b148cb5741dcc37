/// Turns the bytes of a page into UTF-8; never fails.
///
/// The charset is that of a byte order mark, of the Content-Type, of the page's own declaration, or guessed from the
/// bytes, in this order (WHATWG HTML, section 13.2.3.2). A declaration that the bytes contradict loses: UTF-8 that
/// was called something else is UTF-8, and what was called UTF-8 and is not is guessed.
package enum PageDecoder {
    package static func decode(_ bytes: [UInt8], contentType: String?, kind: PageKind) -> DecodedPage {
        if let (charset, length) = ByteOrderMark.find(bytes) {
            let decoded = charset.decode(Array(bytes.dropFirst(length)))
            return DecodedPage(decoded, charset, .byteOrderMark)
        }
        let declared = Declaration.all(bytes, contentType: contentType, kind: kind)
        if let first = declared.first {
            let decoded = first.charset.decode(bytes)
            let judge = DeclarationJudge(bytes: bytes, declared: declared, decoded: decoded)
            if let (charset, evidence) = judge.better() {
                return DecodedPage(charset.decode(bytes), charset, evidence)
            }
            return DecodedPage(decoded, first.charset, first.from)
        }
        let (charset, evidence) = guess(bytes, kind: kind)
        return DecodedPage(charset.decode(bytes), charset, evidence)
    }

    private static func guess(_ bytes: [UInt8], kind: PageKind) -> (Charset, DecodedPage.Evidence) {
        if let charset = CharsetGuess.charset(of: bytes) { return (charset, .guess) }
        return (kind == .xml ? .utf8 : .windows1252, .default)
    }
}

extension DecodedPage {
    fileprivate init(_ decoded: DecodedBytes, _ charset: Charset, _ from: Evidence) {
        self.init(utf8: decoded.utf8, charset: charset, from: from, replacements: decoded.replacements)
    }
}
