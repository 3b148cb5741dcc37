internal import Decode

/// A captured page as UTF-8.
enum PageText {
    /// Decodes with the charset that was found when the page was captured.
    static func utf8(_ bytes: [UInt8], charset: String) -> [UInt8] {
        PageDecoder.decode(bytes, contentType: "text/html; charset=\(charset)", kind: .html).utf8
    }
}
