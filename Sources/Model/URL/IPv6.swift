/// The IPv6 addresses of the URL Standard, without their brackets (3.5, 3.7).
enum IPv6 {
    /// The eight pieces; nil where the text is no address. Zone identifiers are none.
    static func parse(_ text: UnsafeBufferPointer<UInt8>) -> [UInt16]? {
        var reader = Reader(text: text)
        return reader.address()
    }

    /// Appends the shortest form: the first longest run of zero pieces becomes `::`.
    static func append(_ pieces: [UInt16], to output: inout [UInt8]) {
        let gap = longestRunOfZeros(pieces)
        var index = 0
        while index < pieces.count {
            if let gap, index == gap.lowerBound {
                output.append(contentsOf: index == 0 ? "::".utf8 : ":".utf8)
                index = gap.upperBound
                continue
            }
            output.append(contentsOf: String(pieces[index], radix: 16).utf8)
            index += 1
            if index < pieces.count { output.append(UInt8(ascii: ":")) }
        }
    }

    /// Runs of one piece do not count.
    private static func longestRunOfZeros(_ pieces: [UInt16]) -> Range<Int>? {
        var longest = 0..<1
        var start = 0
        for index in pieces.indices {
            if pieces[index] != 0 {
                start = index + 1
            } else if index + 1 - start > longest.count {
                longest = start..<index + 1
            }
        }
        return longest.count > 1 ? longest : nil
    }
}

private struct Reader {
    let text: UnsafeBufferPointer<UInt8>
    var position = 0
    var pieces: [UInt16] = []
    /// How many pieces stand before the `::`.
    var gap: Int?

    init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

    mutating func address() -> [UInt16]? {
        if take(UInt8(ascii: ":")) {
            guard take(UInt8(ascii: ":")) else { return nil }
            gap = 0
        }
        while position < text.count {
            guard pieces.count < 8 else { return nil }
            if take(UInt8(ascii: ":")) {
                guard gap == nil else { return nil }
                gap = pieces.count
                continue
            }
            guard piece() else { return nil }
        }
        return expanded()
    }

    /// One hexadecimal piece with the colon after it, or the dotted end.
    private mutating func piece() -> Bool {
        let start = position
        var value: UInt16 = 0
        while position < text.count, position - start < 4, let digit = Hexadecimal.value(of: text[position]) {
            value = value << 4 | UInt16(digit)
            position += 1
        }
        if position < text.count, text[position] == UInt8(ascii: ".") {
            guard position > start else { return false }
            position = start
            return dottedEnd()
        }
        pieces.append(value)
        guard position < text.count else { return true }
        return take(UInt8(ascii: ":")) && position < text.count
    }

    /// Four decimal numbers to the end of the text, as two pieces.
    private mutating func dottedEnd() -> Bool {
        guard pieces.count <= 6 else { return false }
        var address: UInt32 = 0
        for index in 0..<4 {
            guard index == 0 || take(UInt8(ascii: ".")), let number = decimal() else { return false }
            address = address << 8 | number
        }
        pieces.append(UInt16(truncatingIfNeeded: address >> 16))
        pieces.append(UInt16(truncatingIfNeeded: address))
        return position == text.count
    }

    /// 0 to 255, without a leading zero.
    private mutating func decimal() -> UInt32? {
        var value: UInt32?
        while position < text.count, (0x30...0x39).contains(text[position]) {
            guard value != 0 else { return nil }
            value = (value ?? 0) * 10 + UInt32(text[position] - 0x30)
            position += 1
            guard let value, value <= 255 else { return nil }
        }
        return value
    }

    private func expanded() -> [UInt16]? {
        guard let gap else { return pieces.count == 8 ? pieces : nil }
        guard pieces.count < 8 else { return nil }
        let zeros = [UInt16](repeating: 0, count: 8 - pieces.count)
        return Array(pieces[..<gap]) + zeros + Array(pieces[gap...])
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }
}
