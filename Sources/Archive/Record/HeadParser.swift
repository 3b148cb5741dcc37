/// Reads a head: a first line, named fields, and the empty line that ends it; lines may end with CRLF or with LF alone.
struct HeadParser {
    let firstLine: String
    let fields: WARCFields
    /// Bytes of the head with its empty line.
    let length: Int

    /// A head longer than this is none.
    static let maximumLength = 1 << 20

    /// Where the body begins: after the first empty line; nil where there is none.
    static func end(of bytes: some RandomAccessCollection<UInt8>) -> Int? {
        var lineLength = 0
        var index = 0
        for byte in bytes.prefix(maximumLength) {
            index += 1
            if byte == 10 {
                if lineLength == 0 { return index }
                lineLength = 0
            } else if byte != 13 {
                lineLength += 1
            }
        }
        return nil
    }

    /// Reads bytes that begin with a head; nil where no empty line ends it.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let end = HeadParser.end(of: bytes) else { return nil }
        length = end
        let lines = bytes.prefix(end).split(separator: 10)
        firstLine = lines.first.map { HeadParser.text($0) } ?? ""
        var fields = WARCFields()
        for line in lines.dropFirst() {
            if line.first == 32 || line.first == 9 {
                fields.fold(HeadParser.text(line))
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                fields.append(HeadParser.text(line[..<colon]), HeadParser.text(line[line.index(after: colon)...]))
            }
        }
        self.fields = fields
    }

    /// The text without white space around it; bytes that are not UTF-8 are replaced.
    static func text(_ bytes: ArraySlice<UInt8>) -> String {
        func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
