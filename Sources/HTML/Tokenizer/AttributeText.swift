extension Tokenizer {
    /// The attribute states, from behind the tag's name to behind its ">".
    mutating func readAttributes(_ start: UnsafePointer<UInt8>) {
        var position = start
        let keeps = token.kind == .startTag
        serial &+= 1
        while true {
            while position.pointee.isHTMLSpace { position += 1 }
            switch position.pointee {
            case UInt8(ascii: ">"):
                cursor = position + 1
                return
            case UInt8(ascii: "/"):
                position += 1
                guard position.pointee == UInt8(ascii: ">") else { continue }
                token.isSelfClosing = true
                cursor = position + 1
                return
            default:
                if position >= end {
                    attributes.truncate(to: token.attributeStart)
                    return emitEndOfFile()
                }
                position = readAttribute(position, keeps)
            }
        }
    }

    @inline(__always)
    private mutating func readAttribute(
        _ start: UnsafePointer<UInt8>, _ keeps: Bool
    ) -> UnsafePointer<UInt8> {
        var position = start
        var seen = classes[Int(position.pointee)]  // the first byte is part of the name even where it is "="
        position += 1
        while true {
            let bits = classes[Int(position.pointee)]
            if bits & (ByteClass.endsAttributeName | ByteClass.null) != 0 {
                if bits & ByteClass.null == 0 || position >= end { break }
            }
            seen |= bits
            position += 1
        }
        let number: UInt32
        if seen & (ByteClass.capital | ByteClass.null) == 0 {
            number = attributeNames.intern(start, position - start)
        } else {
            fold(start, position)
            number = attributeNames.intern(UnsafePointer(scratch.base), scratch.count - 8)
        }
        while position.pointee.isHTMLSpace { position += 1 }
        var value = DataRange.empty
        if position.pointee == UInt8(ascii: "=") {
            position += 1
            while position.pointee.isHTMLSpace { position += 1 }
            value = readValue(&position)
        }
        if keeps, attributeNames.isFirst(number, onTag: serial) {
            attributes.append(AttributeRecord(name: number, value: value))
        }
        return position
    }

    /// The attribute value states, behind the "=" and white space.
    @inline(__always)
    private mutating func readValue(_ position: inout UnsafePointer<UInt8>) -> DataRange {
        let quote = position.pointee
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return quote == UInt8(ascii: ">") ? .empty : readUnquoted(&position)
        }
        let start = position + 1
        position = start
        while true {
            position = Scan.next(quote, UInt8(ascii: "&"), from: position)
            if position.pointee == quote {
                position += 1
                return range(start, position - 1)
            }
            if position.pointee == 0 ? position < end : reference(at: position, inAttribute: true) != nil {
                return decodeQuoted(quote, start, &position)
            }
            if position >= end { return .empty }
            position += 1
        }
    }

    /// A value with a reference or a NUL at `position` goes to the side buffer.
    @inline(never)
    private mutating func decodeQuoted(
        _ quote: UInt8, _ start: UnsafePointer<UInt8>, _ position: inout UnsafePointer<UInt8>
    ) -> DataRange {
        let offset = decoded.count
        var run = start
        while true {
            position = Scan.next(quote, UInt8(ascii: "&"), from: position)
            if position.pointee == quote { break }
            if position >= end { return .empty }
            if let piece = replacement(at: position) {
                decoded.append(run, position - run)
                piece.characters.write(to: &decoded)
                position += piece.length
                run = position
            } else {
                position += 1
            }
        }
        decoded.append(run, position - run)
        position += 1
        return DataRange(decodedAt: offset, length: decoded.count - offset)
    }

    @inline(never)
    private mutating func readUnquoted(_ position: inout UnsafePointer<UInt8>) -> DataRange {
        let start = position
        var run = position
        let offset = decoded.count
        while true {
            let bits = classes[Int(position.pointee)]
            guard bits & ByteClass.stopsUnquoted != 0 else {
                position += 1
                continue
            }
            if bits & ByteClass.endsTagName != 0 || position >= end { break }
            if let piece = replacement(at: position) {
                decoded.append(run, position - run)
                piece.characters.write(to: &decoded)
                position += piece.length
                run = position
            } else {
                position += 1
            }
        }
        if run == start { return range(start, position) }
        decoded.append(run, position - run)
        return DataRange(decodedAt: offset, length: decoded.count - offset)
    }

    /// What stands for an "&" or a NUL in a value.
    private mutating func replacement(at position: UnsafePointer<UInt8>) -> Reference? {
        if position.pointee == 0 { return Reference(characters: PackedCharacters("\u{FFFD}"), length: 1) }
        return reference(at: position, inAttribute: true)
    }
}
