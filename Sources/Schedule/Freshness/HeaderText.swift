/// Small readers of HTTP field values.
enum HeaderText {
    /// Larger numbers of seconds count as this (RFC 9111, 1.2.2).
    static let maximumSeconds: Int64 = 1 << 31

    static func trim(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var value = value.drop(while: isSpace)
        while let last = value.last, isSpace(last) { value = value.dropLast() }
        return value
    }

    static func trim(_ value: String) -> String { String(decoding: trim(Array(value.utf8)[...]), as: UTF8.self) }

    static func unquote(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        value.count >= 2 && value.first == UInt8(ascii: "\"") && value.last == UInt8(ascii: "\"")
            ? value.dropFirst().dropLast() : value
    }

    /// The digits at the start; nil where there are none.
    static func leadingSeconds(_ value: ArraySlice<UInt8>) -> Int64? {
        let digits = value.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        return digits.reduce(0) { min($0 * 10 + Int64($1 - 0x30), maximumSeconds) }
    }

    /// The whole value as a number of seconds, or its first member or what stands before a parameter.
    static func seconds(_ value: String) -> Int64? {
        let bytes = trim(Array(value.utf8)[...])
        let number = bytes.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ";") }
        guard trim(number).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return leadingSeconds(number)
    }

    static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && zip(left.utf8, right.utf8).allSatisfy { lowercase($0) == lowercase($1) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
