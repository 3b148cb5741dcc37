/// A place in the bytes of a page, for reading markup that is ASCII.
struct ByteCursor {
    let bytes: ArraySlice<UInt8>
    var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position >= bytes.endIndex }

    /// The byte here; nil at the end.
    var byte: UInt8? { isAtEnd ? nil : bytes[position] }

    /// The byte that far ahead.
    func peek(_ distance: Int) -> UInt8? {
        position + distance < bytes.endIndex ? bytes[position + distance] : nil
    }

    /// Whether ASCII text stands here, letters in either case; `text` is in lower case.
    func isAt(_ text: StaticString) -> Bool {
        guard position + text.utf8CodeUnitCount <= bytes.endIndex else { return false }
        return text.withUTF8Buffer { text in
            text.indices.allSatisfy { lower(bytes[position + $0]) == text[$0] }
        }
    }

    /// Moves to the next such byte; false, and to the end, if there is none.
    mutating func advance(to byte: UInt8) -> Bool {
        position = bytes[min(position, bytes.endIndex)...].firstIndex(of: byte) ?? bytes.endIndex
        return !isAtEnd
    }

    mutating func skip(while condition: (UInt8) -> Bool) {
        while let byte, condition(byte) { position += 1 }
    }
}

/// An ASCII letter in lower case; any other byte as it is.
func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

/// The white space of HTML.
func isHTMLSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}
