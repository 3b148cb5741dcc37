/// The chunked transfer coding (RFC 9112 section 7.1).
enum Chunked {
    /// The chunks' contents and whether the last one was there; nil where the body does not begin with a chunk size.
    static func decode(_ body: [UInt8]) -> Decoded? {
        var bytes: [UInt8] = []
        var rest = body[...]
        while let line = rest.firstIndex(of: 10) {
            guard let size = size(rest[..<line]) else {
                return bytes.isEmpty ? nil : Decoded(bytes: bytes, isWhole: false)
            }
            if size == 0 { return Decoded(bytes: bytes, isWhole: true) }
            rest = rest[(line + 1)...]
            bytes.append(contentsOf: rest.prefix(size))
            guard rest.count >= size else { return Decoded(bytes: bytes, isWhole: false) }
            rest = rest.dropFirst(size)
            if rest.first == 13 { rest = rest.dropFirst() }
            if rest.first == 10 { rest = rest.dropFirst() }
        }
        return bytes.isEmpty ? nil : Decoded(bytes: bytes, isWhole: false)
    }

    private static func size(_ line: ArraySlice<UInt8>) -> Int? {
        let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 13 && $0 != 32 }
        guard !digits.isEmpty, digits.count <= 8 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
