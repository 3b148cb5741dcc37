/// WHATWG HTML, section 13.2.3.2: prescan a byte stream to determine its encoding.
///
/// The standard looks at 1024 bytes; this goes on to the end of the head, or to 256 KiB, because pages with long
/// heads are many.
struct MetaPrescan {
    private static let sureBytes = 1024
    private static let maximumBytes = 256 << 10

    private var cursor: ByteCursor

    /// The charset that the first useful `<meta>` declares.
    static func charset(of bytes: [UInt8]) -> Charset? {
        var scan = MetaPrescan(cursor: ByteCursor(bytes.prefix(maximumBytes)))
        return scan.run()
    }

    private mutating func run() -> Charset? {
        while cursor.advance(to: UInt8(ascii: "<")) {
            if cursor.isAt("<!--") {
                cursor.position += 2
                guard skipComment() else { return nil }
            } else if cursor.isAt("<meta"), cursor.peek(5).map({ isHTMLSpace($0) || $0 == UInt8(ascii: "/") }) == true {
                cursor.position += 6
                if let charset = meta() { return charset }
            } else if isTag {
                if cursor.position >= MetaPrescan.sureBytes, cursor.isAt("<body") || cursor.isAt("</head") {
                    return nil
                }
                cursor.skip { !isHTMLSpace($0) && $0 != UInt8(ascii: ">") }
                while attribute() != nil {}
            } else if cursor.isAt("<!") || cursor.isAt("</") || cursor.isAt("<?") {
                guard cursor.advance(to: UInt8(ascii: ">")) else { return nil }
            } else {
                cursor.position += 1
            }
        }
        return nil
    }

    /// Whether a start or end tag with a letter begins here.
    private var isTag: Bool {
        let first = cursor.peek(1) == UInt8(ascii: "/") ? cursor.peek(2) : cursor.peek(1)
        return first.map { (0x61...0x7A).contains($0 | 0x20) && $0 < 0x80 } ?? false
    }

    /// From the dashes that open a comment to behind the `-->` that ends it; they may share dashes.
    private mutating func skipComment() -> Bool {
        while cursor.advance(to: UInt8(ascii: "-")) {
            if cursor.isAt("-->") {
                cursor.position += 3
                return true
            }
            cursor.position += 1
        }
        return false
    }

    /// Reads the attributes of a `<meta>`; nil if they declare nothing.
    private mutating func meta() -> Charset? {
        var seen: Set<[UInt8]> = []
        var isPragma = false
        var needsPragma: Bool?
        var charset: Charset?
        while let (name, value) = attribute() {
            guard seen.insert(name).inserted else { continue }
            if name.elementsEqual("http-equiv".utf8) {
                isPragma = value.elementsEqual("content-type".utf8)
            } else if name.elementsEqual("content".utf8), charset == nil {
                if let found = MetaPrescan.charset(inContent: value[...]) { (charset, needsPragma) = (found, true) }
            } else if name.elementsEqual("charset".utf8) {
                (charset, needsPragma) = (Charset.named(String(decoding: value, as: UTF8.self)), false)
            }
        }
        guard !cursor.isAtEnd || cursor.bytes.last == UInt8(ascii: ">") else { return nil }
        guard let needsPragma, !needsPragma || isPragma, let charset else { return nil }
        // What could be read as ASCII is not UTF-16.
        return charset.isUTF16 ? .utf8 : charset == .userDefined ? .windows1252 : charset
    }

    /// Section 2.5.6: extracting a character encoding from a meta element.
    private static func charset(inContent content: ArraySlice<UInt8>) -> Charset? {
        var cursor = ByteCursor(content)
        while cursor.advance(to: UInt8(ascii: "c")) {
            guard cursor.isAt("charset") else {
                cursor.position += 1
                continue
            }
            cursor.position += 7
            cursor.skip(while: isHTMLSpace)
            guard cursor.byte == UInt8(ascii: "=") else { continue }
            cursor.position += 1
            cursor.skip(while: isHTMLSpace)
            guard let first = cursor.byte else { return nil }
            let start = cursor.position
            if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
                cursor.position += 1
                guard cursor.advance(to: first) else { return nil }
                return Charset.named(String(decoding: content[(start + 1)..<cursor.position], as: UTF8.self))
            }
            cursor.skip { !isHTMLSpace($0) && $0 != UInt8(ascii: ";") }
            return Charset.named(String(decoding: content[start..<cursor.position], as: UTF8.self))
        }
        return nil
    }
}

extension MetaPrescan {
    /// The prescan's "get an attribute": name and value in lower case; nil at the end of the tag.
    private mutating func attribute() -> (name: [UInt8], value: [UInt8])? {
        cursor.skip { isHTMLSpace($0) || $0 == UInt8(ascii: "/") }
        guard let first = cursor.byte, first != UInt8(ascii: ">") else { return nil }
        var name: [UInt8] = []
        while let byte = cursor.byte, byte != UInt8(ascii: "=") || name.isEmpty {
            if isHTMLSpace(byte) {
                cursor.skip(while: isHTMLSpace)
                break
            }
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { return (name, []) }
            name.append(lower(byte))
            cursor.position += 1
        }
        guard let byte = cursor.byte else { return nil }
        guard byte == UInt8(ascii: "=") else { return (name, []) }
        cursor.position += 1
        cursor.skip(while: isHTMLSpace)
        return value().map { (name, $0) }
    }

    private mutating func value() -> [UInt8]? {
        guard let first = cursor.byte else { return nil }
        var value: [UInt8] = []
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            cursor.position += 1
            while let byte = cursor.byte {
                cursor.position += 1
                if byte == first { return value }
                value.append(lower(byte))
            }
            return nil
        }
        while let byte = cursor.byte {
            if isHTMLSpace(byte) || byte == UInt8(ascii: ">") { return value }
            value.append(lower(byte))
            cursor.position += 1
        }
        return nil
    }
}
