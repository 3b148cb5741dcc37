/// The encoding of an XML declaration (XML 1.0, section 4.3.3 and appendix F), for pages without a byte order mark.
enum XMLDeclaration {
    static func charset(of bytes: [UInt8]) -> Charset? {
        if bytes.starts(with: [0x00, 0x3C, 0x00, 0x3F]) { return .utf16BE }
        if bytes.starts(with: [0x3C, 0x00, 0x3F, 0x00]) { return .utf16LE }
        let start = bytes.prefix(1024).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        guard start.starts(with: "<?xml".utf8), let end = start.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let declaration = String(decoding: start[..<end], as: UTF8.self)
        guard let name = declaration.range(of: "encoding") else { return nil }
        let rest = declaration[name...].dropFirst("encoding".count).drop { $0 == " " || $0 == "\t" || $0 == "\n" }
        guard rest.first == "=" else { return nil }
        let value = rest.dropFirst().drop { $0 == " " || $0 == "\t" || $0 == "\n" }
        guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
        let charset = Charset.named(String(value.dropFirst().prefix { $0 != quote }))
        // What could be read as ASCII is not UTF-16.
        return charset.map { $0.isUTF16 ? .utf8 : $0 }
    }
}

extension String {
    /// Where a text begins in this one.
    fileprivate func range(of text: String) -> String.Index? {
        indices.first { self[$0...].hasPrefix(text) }
    }
}
