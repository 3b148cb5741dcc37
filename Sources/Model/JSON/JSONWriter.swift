/// Writes JSON (RFC 8259) as UTF-8 bytes, keys in the order they are given.
///
/// The reels' lines are written with it, so that equal values give equal bytes; commas are placed by the writer. The caller
/// opens and closes in pairs.
package struct JSONWriter: Sendable {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init(reservingCapacity capacity: Int = 256) { bytes.reserveCapacity(capacity) }

    /// What was written, as text.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func beginObject() { open(UInt8(ascii: "{")) }
    package mutating func endObject() { close(UInt8(ascii: "}")) }
    package mutating func beginArray() { open(UInt8(ascii: "[")) }
    package mutating func endArray() { close(UInt8(ascii: "]")) }

    /// The key of the value that is written next.
    package mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func null() { literal("null") }
    package mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }
    package mutating func value(_ number: some BinaryInteger) { literal(String(number)) }

    /// A finite number; what is not finite becomes null, because JSON has no word for it.
    package mutating func value(_ number: Double) { literal(number.isFinite ? "\(number)" : "null") }

    package mutating func value(_ text: String) {
        separate()
        quote(text)
    }

    /// Text, or null.
    package mutating func value(_ text: String?) {
        if let text { value(text) } else { null() }
    }

    /// An array of texts.
    package mutating func value(_ texts: [String]) {
        beginArray()
        for text in texts { value(text) }
        endArray()
    }

    /// Bytes that are one JSON value already.
    package mutating func raw(_ json: some Sequence<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
    }

    /// A line feed between the values of a JSON-lines stream.
    package mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func quote(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { source in
            var clean = 0
            for index in source.indices where JSONWriter.mustEscape(source[index]) {
                guard let (form, length) = escaped(source, at: index) else { continue }
                bytes.append(contentsOf: source[clean..<index])
                bytes.append(contentsOf: form.utf8)
                clean = index + length
            }
            bytes.append(contentsOf: source[clean...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether a byte is escaped, or begins a character that may be.
    private static func mustEscape(_ byte: UInt8) -> Bool {
        // 0xC2 or 0xE2.
        if byte >= 0x80 { return byte & 0xDF == 0xC2 }
        return byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    }

    /// The escape of the character at an index and its length in bytes; nil for one that stays.
    ///
    /// U+0085, U+2028 and U+2029 end lines for some readers of JSON lines, so they are escaped too.
    private func escaped(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> (form: String, length: Int)? {
        switch source[index] {
        case UInt8(ascii: "\""): return ("\\\"", 1)
        case UInt8(ascii: "\\"): return ("\\\\", 1)
        case 0x08: return ("\\b", 1)
        case 0x09: return ("\\t", 1)
        case 0x0A: return ("\\n", 1)
        case 0x0C: return ("\\f", 1)
        case 0x0D: return ("\\r", 1)
        case 0xC2: return index + 1 < source.count && source[index + 1] == 0x85 ? ("\\u0085", 2) : nil
        case 0xE2:
            guard index + 2 < source.count, source[index + 1] == 0x80 else { return nil }
            return source[index + 2] == 0xA8 ? ("\\u2028", 3) : source[index + 2] == 0xA9 ? ("\\u2029", 3) : nil
        default: return ("\\u00\(Hexadecimal.encode([source[index]]))", 1)
        }
    }
}

extension JSONWriter {
    /// A key and its text, or null.
    package mutating func member(_ name: String, _ text: String?) {
        key(name)
        value(text)
    }

    package mutating func member(_ name: String, _ number: some BinaryInteger) {
        key(name)
        value(number)
    }

    package mutating func member(_ name: String, _ number: Double) {
        key(name)
        value(number)
    }

    package mutating func member(_ name: String, _ flag: Bool) {
        key(name)
        value(flag)
    }

    package mutating func member(_ name: String, _ texts: [String]) {
        key(name)
        value(texts)
    }

    /// A key and a time in RFC 3339, or null.
    package mutating func member(_ name: String, _ time: Timestamp?) {
        key(name)
        value(time?.rfc3339)
    }
}
