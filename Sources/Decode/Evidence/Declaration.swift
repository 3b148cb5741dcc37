/// A charset that something declares the page to have.
struct Declaration {
    let charset: Charset
    let from: DecodedPage.Evidence

    /// All the declarations of a page, the strongest first; unknown labels count for nothing.
    static func all(_ bytes: [UInt8], contentType: String?, kind: PageKind) -> [Declaration] {
        var found: [Declaration] = []
        if let charset = contentType.flatMap(ContentTypeCharset.find) {
            found.append(Declaration(charset: charset, from: .header))
        }
        if kind == .html, let charset = MetaPrescan.charset(of: bytes) {
            found.append(Declaration(charset: charset, from: .meta))
        }
        if kind != .text, let charset = XMLDeclaration.charset(of: bytes) {
            found.append(Declaration(charset: charset, from: .xmlDeclaration))
        }
        return found
    }
}
