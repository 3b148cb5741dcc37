extension Tokenizer {
    private enum Escape { case none, escaped, doubleEscaped }

    /// The script data states: an end tag inside `<!-- <script> … -->` does not end the script.
    mutating func nextInScript() {
        let start = cursor
        var position = start
        var escape = Escape.none
        var hasNull = false
        while true {
            position =
                escape == .none
                ? Scan.next(UInt8(ascii: "<"), from: position)
                : Scan.next(UInt8(ascii: "<"), UInt8(ascii: "-"), from: position)
            switch position.pointee {
            case UInt8(ascii: "<"):
                if escape != .doubleEscaped, isEndTag(at: position) {
                    return endScript(start, position, hasNull)
                }
                position = passAngle(position, &escape)
            case UInt8(ascii: "-"):
                position = Self.passDashes(position, &escape)
            default:
                if position >= end { return endScript(start, position, hasNull) }
                hasNull = true
                position += 1
            }
        }
    }

    /// A "<" that ends nothing may open or close an escape.
    private mutating func passAngle(_ position: UnsafePointer<UInt8>, _ escape: inout Escape) -> UnsafePointer<UInt8> {
        switch escape {
        case .none:
            let opens =
                position[1] == UInt8(ascii: "!") && position[2] == UInt8(ascii: "-")
                && position[3] == UInt8(ascii: "-")
            if opens {
                escape = .escaped
                return position + 2  // the dashes count towards "-->" too
            }
        case .escaped:
            if isScriptName(position + 1) { escape = .doubleEscaped }
        case .doubleEscaped:
            if position[1] == UInt8(ascii: "/"), isScriptName(position + 2) { escape = .escaped }
        }
        return position + 1
    }

    /// Two dashes or more before ">" end any escape.
    private static func passDashes(_ position: UnsafePointer<UInt8>, _ escape: inout Escape) -> UnsafePointer<UInt8> {
        var after = position + 1
        guard after.pointee == UInt8(ascii: "-") else { return after }
        while after.pointee == UInt8(ascii: "-") { after += 1 }
        if after.pointee == UInt8(ascii: ">") { escape = .none }
        return after
    }

    private mutating func isScriptName(_ name: UnsafePointer<UInt8>) -> Bool {
        let matches = "script".utf8.enumerated().allSatisfy { name[$0.offset].lowercased == $0.element }
        return matches && classes[Int(name[6])] & ByteClass.endsTagName != 0
    }

    private mutating func endScript(
        _ start: UnsafePointer<UInt8>, _ position: UnsafePointer<UInt8>, _ hasNull: Bool
    ) {
        if hasNull {
            token.kind = .text
            token.data = replacingNulls(start, position)
            cursor = position
        } else if position > start {
            emitText(start, position)
        } else if position >= end {
            emitEndOfFile()
        } else {
            model = .data
            _ = readMarkup(position)
        }
    }

    /// A copy in the side buffer with U+FFFD for each NUL.
    mutating func replacingNulls(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) -> DataRange {
        let offset = decoded.count
        var position = start
        while position < stop {
            if position.pointee == 0 {
                PackedCharacters("\u{FFFD}").write(to: &decoded)
            } else {
                decoded.append(position.pointee)
            }
            position += 1
        }
        return DataRange(decodedAt: offset, length: decoded.count - offset)
    }
}
