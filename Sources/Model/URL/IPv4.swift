/// The IPv4 addresses of the URL Standard: one to four numbers, each decimal, octal or hexadecimal (3.5).
enum IPv4 {
    /// Whether a host must be an IPv4 address or nothing: its last label is a number.
    static func endsInNumber(_ host: ArraySlice<UInt8>) -> Bool {
        var host = host
        if host.last == UInt8(ascii: ".") { host = host.dropLast() }
        let start = host.lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? host.startIndex
        let label = host[start...]
        guard let first = label.first, isDigit(first) else { return false }
        return label.allSatisfy(isDigit) || number(label) != nil
    }

    /// The address as one number; nil where the host is none.
    static func parse(_ host: ArraySlice<UInt8>) -> UInt32? {
        var parts = host.split(separator: UInt8(ascii: "."), maxSplits: 5, omittingEmptySubsequences: false)
        if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
        guard parts.count <= 4 else { return nil }
        var address: UInt64 = 0
        for (index, part) in parts.enumerated() {
            guard let value = number(part) else { return nil }
            guard index == parts.count - 1 else {
                guard value <= 255 else { return nil }
                address |= value << UInt64(24 - 8 * index)
                continue
            }
            guard value < 1 << UInt64(8 * (5 - parts.count)) else { return nil }
            address |= value
        }
        return UInt32(truncatingIfNeeded: address)
    }

    /// Appends four decimal numbers.
    static func append(_ address: UInt32, to output: inout [UInt8]) {
        for shift in [24, 16, 8, 0] as [UInt32] {
            output.append(contentsOf: String(address >> shift & 255).utf8)
            if shift > 0 { output.append(UInt8(ascii: ".")) }
        }
    }

    /// A number of any size up to 2³²; larger ones count as 2³², which no part may be.
    private static func number(_ label: ArraySlice<UInt8>) -> UInt64? {
        guard !label.isEmpty else { return nil }
        var digits = label
        var radix: UInt64 = 10
        if digits.count >= 2, digits.first == UInt8(ascii: "0") {
            digits = digits.dropFirst()
            radix = 8
            if let mark = digits.first, mark | 0x20 == UInt8(ascii: "x") {
                digits = digits.dropFirst()
                radix = 16
            }
        }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = Hexadecimal.value(of: byte), digit < radix else { return nil }
            value = min(value * radix + UInt64(digit), 1 << 32)
        }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
