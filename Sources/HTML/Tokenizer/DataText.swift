extension Tokenizer {
    /// The data state, and the tag open state behind it.
    @inline(__always)
    mutating func nextInData() {
        var start = cursor
        var position = start
        while true {
            position = Scan.next(UInt8(ascii: "<"), UInt8(ascii: "&"), from: position)
            switch position.pointee {
            case UInt8(ascii: "<"):
                guard opensMarkup(position) else {
                    position += 1
                    continue
                }
                if position > start { return emitText(start, position) }
                if readMarkup(position) { return }
                start = cursor
                position = start
            case UInt8(ascii: "&"):
                if let reference = reference(at: position, inAttribute: false) {
                    return decodeText(from: start, to: position, reference)
                }
                position += 1
            default:
                return emitTextOrNull(start, position)
            }
        }
    }

    /// At a NUL: the text before it, or else the NUL itself, or the end.
    private mutating func emitTextOrNull(_ start: UnsafePointer<UInt8>, _ position: UnsafePointer<UInt8>) {
        if position > start { return emitText(start, position) }
        if position >= end { return emitEndOfFile() }
        token.kind = .null
        cursor = position + 1
    }

    /// Whether a "<" is more than a character.
    @inline(__always)
    func opensMarkup(_ position: UnsafePointer<UInt8>) -> Bool {
        let next = position[1]
        if next.isASCIILetter || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return true }
        return next == UInt8(ascii: "/") && position + 2 < end
    }

    /// Text with at least one reference goes to the side buffer, up to the next markup or NUL.
    @inline(never)
    mutating func decodeText(
        from start: UnsafePointer<UInt8>, to first: UnsafePointer<UInt8>, _ firstReference: Reference
    ) {
        let offset = decoded.count
        decoded.append(start, first - start)
        firstReference.characters.write(to: &decoded)
        var run = first + firstReference.length
        var position = run
        scan: while true {
            position = Scan.next(UInt8(ascii: "<"), UInt8(ascii: "&"), from: position)
            switch position.pointee {
            case UInt8(ascii: "<"):
                if model == .rcdata ? isEndTag(at: position) : opensMarkup(position) { break scan }
                position += 1
            case UInt8(ascii: "&"):
                guard let reference = reference(at: position, inAttribute: false) else {
                    position += 1
                    continue
                }
                decoded.append(run, position - run)
                reference.characters.write(to: &decoded)
                position += reference.length
                run = position
            default:
                break scan
            }
        }
        decoded.append(run, position - run)
        token.kind = .text
        token.data = DataRange(decodedAt: offset, length: decoded.count - offset)
        cursor = position
    }
}
