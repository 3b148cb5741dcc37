internal import Glibc

/// Finds the `meta` elements with a name and the `link` elements at the beginning of a page, without parsing it: the bytes must be kept
/// or left before anybody has time for that.
///
/// Charsets that contain ASCII alone are read, which all but UTF-16 do. Comments are passed over; the scan ends where the body begins.
struct MetaScan {
    /// A name in lower case (of a link its relation), and the content (of a link its address) as written, without character
    /// references resolved.
    struct Element: Equatable {
        let isLink: Bool
        let name: String
        let content: String
    }

    private static let maximumBytes = 64 << 10
    private static let maximumElements = 200

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    static func elements(in body: [UInt8]) -> [Element] {
        body.withUnsafeBufferPointer { buffer in
            var scan = MetaScan(bytes: UnsafeBufferPointer(rebasing: buffer.prefix(maximumBytes)))
            return scan.elements()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func elements() -> [Element] {
        var found: [Element] = []
        while found.count < MetaScan.maximumElements {
            guard let tag = next(UInt8(ascii: "<")) else { break }
            position = tag + 1
            if at("!--") {
                skip(through: "-->")
            } else if atTag("meta") || atTag("link") {
                let isLink = at("link")
                position += 4
                if let element = element(isLink: isLink) { found.append(element) }
            } else if at("body") || at("/head") {
                break
            }
        }
        return found
    }

    private mutating func element(isLink: Bool) -> Element? {
        var (name, content): (String?, String?) = (nil, nil)
        while let attribute = attribute() {
            switch attribute.name {
            case isLink ? "rel" : "name": name = name ?? attribute.value
            case isLink ? "href" : "content": content = content ?? attribute.value
            default: break
            }
        }
        guard let name, let content else { return nil }
        let words = name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Element(isLink: isLink, name: words, content: content)
    }

    /// The next attribute of the tag; nil at its end.
    private mutating func attribute() -> (name: String, value: String)? {
        skip { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
        guard position < bytes.count, bytes[position] != UInt8(ascii: ">") else { return nil }
        let name = take { $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        skip { $0 <= 0x20 }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
            if name.isEmpty { position += 1 }
            return (name.lowercased(), "")
        }
        position += 1
        skip { $0 <= 0x20 }
        return (name.lowercased(), value())
    }

    private mutating func value() -> String {
        guard position < bytes.count else { return "" }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return take { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        }
        position += 1
        let value = take { $0 != quote }
        position = min(bytes.count, position + 1)
        return value
    }

    private mutating func take(while condition: (UInt8) -> Bool) -> String {
        let start = position
        skip(while: condition)
        return String(decoding: bytes[start..<position].prefix(4096), as: UTF8.self)
    }

    /// The place of the next byte of that value. Most of what is scanned are styles and scripts.
    private func next(_ byte: UInt8) -> Int? {
        guard let base = bytes.baseAddress, let hit = memchr(base + position, Int32(byte), bytes.count - position)
        else { return nil }
        return hit.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(mutating: base)
    }

    private mutating func skip(while condition: (UInt8) -> Bool) {
        while position < bytes.count, condition(bytes[position]) { position += 1 }
    }

    private mutating func skip(through mark: StaticString) {
        let mark = Array("\(mark)".utf8)
        while position + mark.count <= bytes.count, !bytes[position...].starts(with: mark) { position += 1 }
        position = min(bytes.count, position + mark.count)
    }

    /// Whether a tag of that name of four letters begins here.
    private func atTag(_ name: StaticString) -> Bool {
        guard at(name), position + 4 < bytes.count else { return false }
        return bytes[position + 4] <= 0x20 || bytes[position + 4] == UInt8(ascii: "/")
    }

    /// Whether a word in lower case follows, in any case.
    private func at(_ word: StaticString) -> Bool {
        guard position + word.utf8CodeUnitCount <= bytes.count else { return false }
        return word.withUTF8Buffer { word in
            word.indices.allSatisfy { index in
                let byte = bytes[position + index]
                return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == word[index]
            }
        }
    }
}
