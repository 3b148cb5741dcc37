import CXML2
import Model

/// Makes broken XML something that libxml2 can recover from, without losing text.
///
/// In recover mode libxml2 drops every entity reference after the first error, stops at a bare `<`, and does not know
/// HTML's names. So references become numeric ones (`&nbsp;` → `&#160;`), a bare `&` or `<` becomes a reference, control characters go,
/// and the C1 range is read as windows-1252, as HTML does. CDATA, comments, processing instructions and the document
/// type are copied as they are. One pass, linear; the output is at most 5 bytes a byte, plus the declared entities.
struct XMLRepair {
    private let input: [UInt8]
    private let entities: [String: String]
    private var entityBytesLeft: Int
    private var slack: Int
    private var output: [UInt8] = []
    private var position = 0

    /// The repaired document.
    ///
    /// `entities` are the values of declared names; `slack` is how many elements named `_` are opened around the root.
    static func repair(
        _ utf8: [UInt8], entities: [String: String] = [:], slack: Int = 0, limits: XMLLimits
    ) -> [UInt8] {
        var repair = XMLRepair(input: utf8, entities: entities, slack: slack, limits: limits)
        repair.run()
        return repair.output
    }

    private init(input: [UInt8], entities: [String: String], slack: Int, limits: XMLLimits) {
        self.input = input
        self.slack = slack
        self.entities = entities
        entityBytesLeft = limits.maximumEntityBytes
        output.reserveCapacity(input.count + input.count / 8)
    }

    private mutating func run() {
        position = start
        while position < input.count {
            switch input[position] {
            case UInt8(ascii: "&"): reference()
            case UInt8(ascii: "<"): markup()
            case UInt8(ascii: "]") where input[position...].starts(with: "]]>".utf8):
                output.append(contentsOf: "]]&#62;".utf8)
                position += 3
            default: copy()
            }
        }
    }

    /// Where the document begins: what a server printed before its declaration is skipped.
    private var start: Int {
        let head = input.prefix(4096)
        let declaration = Array("<?xml".utf8)
        guard let first = head.firstIndex(of: UInt8(ascii: "<")) else { return 0 }
        return (first..<head.count).first { input[$0...].starts(with: declaration) } ?? first
    }

    private mutating func markup() {
        let rest = input[position...]
        if rest.starts(with: "<![CDATA[".utf8) { return copy(through: "]]>") }
        if rest.starts(with: "<!--".utf8) { return copy(through: "-->") }
        if rest.starts(with: "<?".utf8) { return copy(through: "?>") }
        if rest.starts(with: "<!".utf8) { return copyDocumentType() }
        if position + 1 < input.count, XMLRepair.canFollowLess(input[position + 1]) {
            for _ in 0..<slack { output.append(contentsOf: "<_>".utf8) }
            slack = 0
            output.append(UInt8(ascii: "<"))
        } else {
            output.append(contentsOf: "&#60;".utf8)
        }
        position += 1
    }

    private static func canFollowLess(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == UInt8(ascii: "/")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
    }

    /// Copies up to and including the end mark, or to the end of the input.
    private mutating func copy(through mark: StaticString) {
        mark.withUTF8Buffer { mark in
            let opening = position
            while position < input.count {
                let isEnd =
                    input[position] == mark[0] && position > opening + 1 && input[position...].starts(with: mark)
                if isEnd {
                    output.append(contentsOf: mark)
                    position += mark.count
                    return
                }
                copy()
            }
        }
    }

    /// Copies a declaration with its internal subset; quotes and brackets hide a `>`.
    private mutating func copyDocumentType() {
        var quote: UInt8?
        var brackets = 0
        while position < input.count {
            let byte = input[position]
            copy()
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "["): brackets += 1
            case UInt8(ascii: "]"): brackets -= 1
            case UInt8(ascii: ">") where brackets <= 0: return
            default: break
            }
        }
    }

    /// Copies one character; drops what XML does not allow, and reads C1 controls as windows-1252.
    private mutating func copy() {
        let byte = input[position]
        position += 1
        if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return }
        if byte == 0xC2, position < input.count, (0x80...0x9F).contains(input[position]) {
            append(scalar: Windows1252.scalar(UInt32(input[position])))
            position += 1
            return
        }
        output.append(byte)
    }

    private mutating func append(scalar: Unicode.Scalar) { output.append(contentsOf: String(scalar).utf8) }
}

extension XMLRepair {
    /// A reference that stands at the position, or a bare ampersand.
    private mutating func reference() {
        let limit = min(position + 40, input.count)
        var end = position + 1
        while end < limit, XMLRepair.isReferenceByte(input[end]) { end += 1 }
        let name = input[(position + 1)..<end]
        let isClosed = end < limit && input[end] == UInt8(ascii: ";")
        if name.first == UInt8(ascii: "#"), let scalar = XMLRepair.scalar(ofNumber: name.dropFirst()) {
            output.append(contentsOf: "&#\(scalar.value);".utf8)
            position = isClosed ? end + 1 : end
        } else if isClosed, appendNamed(name) {
            position = end + 1
        } else {
            output.append(contentsOf: "&#38;".utf8)
            position += 1
        }
    }

    private static func isReferenceByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "#")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// The value of a declared or a known name; false where nobody knows it.
    private mutating func appendNamed(_ name: ArraySlice<UInt8>) -> Bool {
        guard !name.isEmpty else { return false }
        if !entities.isEmpty, let value = entities[String(decoding: name, as: UTF8.self)] {
            guard value.utf8.count <= entityBytesLeft else { return false }
            entityBytesLeft -= value.utf8.count
            output.append(contentsOf: value.utf8)
            return true
        }
        if name.elementsEqual("apos".utf8) {
            output.append(contentsOf: "&#39;".utf8)
            return true
        }
        var terminated = Array(name)
        terminated.append(0)
        guard let found = htmlEntityLookup(terminated) else { return false }
        output.append(contentsOf: "&#\(found.pointee.value);".utf8)
        return true
    }

    /// The character of a numeric reference; U+FFFD where it stands for none, nil where there are no digits.
    private static func scalar(ofNumber digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let radix: UInt32 = isHexadecimal ? 16 : 10
        let digits = isHexadecimal ? digits.dropFirst() : digits
        guard !digits.isEmpty else { return nil }
        var number: UInt32 = 0
        for digit in digits {
            guard let value = Hexadecimal.value(of: digit), value < radix else { return nil }
            number = min(number * radix + UInt32(value), 0x11_0000)
        }
        if (0x80...0x9F).contains(number) { return Windows1252.scalar(number) }
        let isAllowed = number >= 0x20 || number == 9 || number == 10 || number == 13
        guard isAllowed, number != 0xFFFE, number != 0xFFFF else { return "\u{FFFD}" }
        return Unicode.Scalar(number) ?? "\u{FFFD}"
    }
}

/// What the C1 controls mean in pages that were written as windows-1252 (WHATWG HTML, numeric character references).
enum Windows1252 {
    /// The character for 0x80 to 0x9F.
    static func scalar(_ code: UInt32) -> Unicode.Scalar { table[Int(code) - 0x80] }

    private static let table = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
