extension Tokenizer {
    /// The tag name state and what follows, up to the ">". At the end of the input the tag is no tag.
    @inline(__always)
    mutating func readTag(_ kind: Token.Kind, name start: UnsafePointer<UInt8>) {
        var position = start
        var seen: UInt8 = 0
        while true {
            let bits = classes[Int(position.pointee)]
            if bits & (ByteClass.endsTagName | ByteClass.null) != 0 {
                if bits & ByteClass.null == 0 || position >= end { break }
            }
            seen |= bits
            position += 1
        }
        token.kind = kind
        token.isSelfClosing = false
        if seen & (ByteClass.capital | ByteClass.null) == 0 {
            token.tag = Tag(rawValue: tagNames.intern(start, position - start))
        } else {
            fold(start, position)
            token.tag = Tag(rawValue: tagNames.intern(UnsafePointer(scratch.base), scratch.count - 8))
        }
        token.attributeStart = attributes.count
        if position.pointee == UInt8(ascii: ">") {
            cursor = position + 1
        } else {
            readAttributes(position)
        }
        if token.kind == .startTag { lastStartTag = token.tag }
    }

    /// Writes a name in small letters, with U+FFFD for NUL, to the scratch buffer, and eight zeros behind it.
    @inline(never)
    mutating func fold(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) {
        scratch.truncate(to: 0)
        var position = start
        while position < stop {
            if position.pointee == 0 {
                PackedCharacters("\u{FFFD}").write(to: &scratch)
            } else {
                scratch.append(position.pointee.lowercased)
            }
            position += 1
        }
        for _ in 0..<8 { scratch.append(0) }
    }
}
