internal import Decode

/// A captured page as UTF-8.
enum PageText {
    /// Decodes with the charset that was found when the page was captured.
    ///
    /// A page that declares another charset gets a byte order mark, which a browser believes first.
    static func utf8(_ bytes: [UInt8], charset: String) -> [UInt8] {
        let page = PageDecoder.decode(bytes, contentType: "text/html; charset=\(charset)", kind: .html)
        return charset == "utf-8" ? page.utf8 : [0xEF, 0xBB, 0xBF] + page.utf8
    }
}
