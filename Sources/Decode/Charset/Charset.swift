/// An encoding of the Encoding Standard.
///
/// Every GB label (`gb2312`, `gbk`, `gb_2312-80` …) means `gb18030`, which decodes them all.
package struct Charset: Hashable, Sendable, CustomStringConvertible {
    /// The standard's name in lower case, such as `gb18030` or `windows-1252`.
    package let name: String

    private init(_ name: String) { self.name = name }

    package static let utf8 = Charset("utf-8")
    package static let utf16LE = Charset("utf-16le")
    package static let utf16BE = Charset("utf-16be")
    package static let gb18030 = Charset("gb18030")
    package static let big5 = Charset("big5")
    package static let shiftJIS = Charset("shift_jis")
    package static let eucJP = Charset("euc-jp")
    package static let iso2022JP = Charset("iso-2022-jp")
    package static let eucKR = Charset("euc-kr")
    package static let windows1252 = Charset("windows-1252")
    package static let replacement = Charset("replacement")
    package static let userDefined = Charset("x-user-defined")

    /// The charset that a label stands for (section 4.2: white space around it and case do not matter); nil for a
    /// label that the standard does not know.
    package static func named(_ label: String) -> Charset? {
        guard label.utf8.count <= 64 else { return nil }
        let trimmed = label.utf8.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        let lower = String(decoding: trimmed.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        return CharsetLabels.names[lower[...]].map { Charset($0) }
    }

    package var description: String { name }

    /// Whether a byte from 0x80 is a character of its own.
    var isSingleByte: Bool { SingleByteTable.converters[name] != nil }
    var isUTF16: Bool { self == .utf16LE || self == .utf16BE }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }
}
