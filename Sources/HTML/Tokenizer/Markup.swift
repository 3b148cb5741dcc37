extension Tokenizer {
    /// The tag open state, at a "<" that `opensMarkup`. False where nothing came of it ("</>"); the cursor is behind it.
    @inline(__always)
    mutating func readMarkup(_ angle: UnsafePointer<UInt8>) -> Bool {
        let next = angle[1]
        if next.isASCIILetter {
            readTag(.startTag, name: angle + 1)
            return true
        }
        if next == UInt8(ascii: "/"), angle[2].isASCIILetter {
            readTag(.endTag, name: angle + 2)
            return true
        }
        return readOtherMarkup(angle)
    }

    @inline(never)
    private mutating func readOtherMarkup(_ angle: UnsafePointer<UInt8>) -> Bool {
        switch angle[1] {
        case UInt8(ascii: "/"):
            if angle[2] == UInt8(ascii: ">") {
                cursor = angle + 3
                return false
            }
            readBogusComment(angle + 2)
        case UInt8(ascii: "!"):
            return readDeclaration(angle + 2)
        default:
            readBogusComment(angle + 1)
        }
        return true
    }

    /// The markup declaration open state, behind "<!".
    private mutating func readDeclaration(_ start: UnsafePointer<UInt8>) -> Bool {
        if start[0] == UInt8(ascii: "-"), start[1] == UInt8(ascii: "-") {
            readComment(start + 2)
        } else if Self.matches("doctype", at: start) {
            readDoctype(start + 7)
        } else if allowsCDATA, "[CDATA[".utf8.enumerated().allSatisfy({ start[$0.offset] == $0.element }) {
            cursor = start + 7
            model = .cdata
            nextInCDATA()
        } else {
            readBogusComment(start)
        }
        return true
    }

    /// Whether the bytes are this word, in either case; the word is in small letters.
    static func matches(_ word: StaticString, at start: UnsafePointer<UInt8>) -> Bool {
        word.withUTF8Buffer { bytes in
            for index in 0..<bytes.count where start[index].lowercased != bytes[index] { return false }
            return true
        }
    }

    /// The bogus comment state: up to the next ">".
    private mutating func readBogusComment(_ start: UnsafePointer<UInt8>) {
        var position = start
        var hasNull = false
        while true {
            position = Scan.next(UInt8(ascii: ">"), from: position)
            if position.pointee != 0 || position >= end { break }
            hasNull = true
            position += 1
        }
        emitComment(start, position, hasNull, resumeAt: position < end ? position + 1 : end)
    }

    static func skippingSpace(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var position = start
        while position.pointee.isHTMLSpace { position += 1 }
        return position
    }

    mutating func emitComment(
        _ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, _ hasNull: Bool,
        resumeAt: UnsafePointer<UInt8>
    ) {
        token.kind = .comment
        token.data = hasNull ? replacingNulls(start, stop) : range(start, stop)
        cursor = resumeAt
    }
}
