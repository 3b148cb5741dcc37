/// Reads JSON as pages write it, broken or not.
///
/// Beyond RFC 8259 it takes: line breaks and unescaped quotes inside strings, trailing and missing commas, comments, markup
/// comment and CDATA wrappers, several values in a row, and an end that comes too early. Depth and count are bounded; time is
/// linear.
struct JSONReader {
    private let source: Bytes
    private var position = 0
    private var valuesLeft = 20_000
    private static let maximumDepth = 64

    private init(_ source: Bytes) { self.source = source }

    /// All values at the top of the source.
    static func read(_ source: Bytes) -> [JSONValue] {
        var reader = JSONReader(source)
        var values: [JSONValue] = []
        while reader.skipToValue() {
            guard let value = reader.value(depth: 0) else { break }
            values.append(value)
        }
        return values
    }

    /// Goes to the next bracket or brace at the top, over wrappers and stray characters.
    private mutating func skipToValue() -> Bool {
        while position < source.count {
            let byte = source[position]
            if byte == UInt8(ascii: "{") { return true }
            if byte == UInt8(ascii: "["), !source.has("[CDATA[", at: position) { return true }
            position += source.has("[CDATA[", at: position) ? 7 : 1
        }
        return false
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        valuesLeft -= 1
        guard position < source.count, depth < JSONReader.maximumDepth, valuesLeft > 0 else { return nil }
        switch source[position] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return .string(string())
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","): return .null
        default: return word()
        }
    }

    private mutating func object(depth: Int) -> JSONValue {
        position += 1
        var members: [(key: JSONText, value: JSONValue)] = []
        while skipSeparators(), source[position] != UInt8(ascii: "}") {
            guard source[position] == UInt8(ascii: "\"") else {
                // A stray closing bracket or an unquoted key: go on behind it.
                position += 1
                continue
            }
            let key = string()
            skipSpace()
            guard position < source.count, source[position] == UInt8(ascii: ":") else { continue }
            position += 1
            guard let value = value(depth: depth + 1) else { return .object(members) }
            members.append((key, value))
        }
        position += 1
        return .object(members)
    }

    private mutating func array(depth: Int) -> JSONValue {
        position += 1
        var values: [JSONValue] = []
        while skipSeparators(), source[position] != UInt8(ascii: "]") {
            if source[position] == UInt8(ascii: "}") { return .array(values) }
            guard let value = value(depth: depth + 1) else { return .array(values) }
            values.append(value)
        }
        position += 1
        return .array(values)
    }

    /// A quote ends the string only where JSON goes on behind it; any other is part of the text.
    private mutating func string() -> JSONText {
        position += 1
        let start = position
        var hasEscapes = false
        while position < source.count {
            let byte = source[position]
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                position += 2
            } else if byte == UInt8(ascii: "\""), goesOn(after: position + 1) {
                break
            } else {
                position += 1
            }
        }
        let end = min(position, source.count)
        position = min(position + 1, source.count)
        return JSONText(raw: source.cut(start..<end), hasEscapes: hasEscapes)
    }

    private func goesOn(after start: Int) -> Bool {
        var next = start
        while next < source.count, source[next].isSpace { next += 1 }
        guard next < source.count else { return true }
        switch source[next] {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"): return true
        // A missing comma between members.
        case UInt8(ascii: "\""): return next > start
        default: return false
        }
    }

    private mutating func word() -> JSONValue {
        let start = position
        while position < source.count, !isDelimiter(source[position]) { position += 1 }
        if position == start {
            position += 1
            return .null
        }
        let text = source.cut(start..<position)
        if text.equals("true") { return .flag(true) }
        if text.equals("false") { return .flag(false) }
        if text[0].isDigit || text[0] == UInt8(ascii: "-") { return .number(JSONText(raw: text, hasEscapes: false)) }
        return .null
    }

    private func isDelimiter(_ byte: UInt8) -> Bool {
        byte.isSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
            || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "\"")
    }

    /// Whether anything follows the white space and commas.
    private mutating func skipSeparators() -> Bool {
        skipSpace()
        while position < source.count, source[position] == UInt8(ascii: ",") {
            position += 1
            skipSpace()
        }
        return position < source.count
    }

    private mutating func skipSpace() {
        while position < source.count {
            if source[position].isSpace {
                position += 1
            } else if source.has("/*", at: position) {
                position = source.find("*/", from: position + 2).map { $0 + 2 } ?? source.count
            } else if source.has("//", at: position) {
                while position < source.count, source[position] != 0x0A { position += 1 }
            } else {
                return
            }
        }
    }
}
