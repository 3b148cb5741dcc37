extension Tokenizer {
    /// The RCDATA state: references count, tags do not, but for the end tag of the element.
    mutating func nextInRCDATA() {
        let start = cursor
        var position = start
        while true {
            position = Scan.next(UInt8(ascii: "<"), UInt8(ascii: "&"), from: position)
            switch position.pointee {
            case UInt8(ascii: "<"):
                guard isEndTag(at: position) else {
                    position += 1
                    continue
                }
                return endRawText(start, position)
            case UInt8(ascii: "&"):
                if let reference = reference(at: position, inAttribute: false) {
                    return decodeText(from: start, to: position, reference)
                }
                position += 1
            default:
                return emitReplacingNull(start, position)
            }
        }
    }

    /// The RAWTEXT state: nothing counts but the end tag of the element.
    mutating func nextInRawText() {
        let start = cursor
        var position = start
        while true {
            position = Scan.next(UInt8(ascii: "<"), from: position)
            if position.pointee == 0 { return emitReplacingNull(start, position) }
            if isEndTag(at: position) { return endRawText(start, position) }
            position += 1
        }
    }

    /// The PLAINTEXT state: nothing counts.
    mutating func nextInPlaintext() {
        emitReplacingNull(cursor, Scan.next(0, from: cursor))
    }

    /// The CDATA section state; NUL stays, for the tree to judge.
    mutating func nextInCDATA() {
        let start = cursor
        var position = start
        while true {
            position = Scan.next(UInt8(ascii: "]"), from: position)
            if position.pointee == 0 {
                if position >= end { model = .data }
                if position > start { return emitText(start, position) }
                if position >= end { return emitEndOfFile() }
                token.kind = .null
                cursor = position + 1
                return
            }
            if position[1] == UInt8(ascii: "]"), position[2] == UInt8(ascii: ">") {
                model = .data
                if position == start {
                    cursor = position + 3
                    return next()
                }
                emitText(start, position)
                cursor = position + 3
                return
            }
            position += 1
        }
    }

    /// Text before an end tag, or the tag itself where there is none.
    mutating func endRawText(_ start: UnsafePointer<UInt8>, _ position: UnsafePointer<UInt8>) {
        if position > start { return emitText(start, position) }
        model = .data
        _ = readMarkup(position)
    }

    /// At a NUL: the text before it, or else the end, or U+FFFD for the NUL.
    mutating func emitReplacingNull(_ start: UnsafePointer<UInt8>, _ position: UnsafePointer<UInt8>) {
        if position > start { return emitText(start, position) }
        if position >= end { return emitEndOfFile() }
        let offset = decoded.count
        PackedCharacters("\u{FFFD}").write(to: &decoded)
        token.kind = .text
        token.data = DataRange(decodedAt: offset, length: decoded.count - offset)
        cursor = position + 1
    }

    /// Whether the "<" opens the end tag that the element's text ends with ("appropriate end tag").
    mutating func isEndTag(at position: UnsafePointer<UInt8>) -> Bool {
        guard position[1] == UInt8(ascii: "/") else { return false }
        let name = tagNames.name(lastStartTag.rawValue)
        guard !name.isEmpty, name.count <= end - position - 2 else { return false }
        for index in 0..<name.count where position[2 + index].lowercased != name[index] { return false }
        return classes[Int(position[2 + name.count])] & ByteClass.endsTagName != 0
    }
}
