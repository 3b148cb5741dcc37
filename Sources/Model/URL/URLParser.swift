/// The basic URL parser of the URL Standard (4.4), without state overrides; the encoding is always UTF-8.
///
/// One pass over the input writes the serialisation; the record the Standard speaks of is the output and its layout.
/// Bytes that are not UTF-8 are percent-encoded as they stand.
struct URLParser {
    /// Of the input, and of the result.
    static let maximumBytes = 65_536

    let input: UnsafeBufferPointer<UInt8>
    let base: WebURL?
    var position = 0
    var output: [UInt8] = []
    var layout = URLLayout()
    var scheme = URLScheme.other

    private init(input: UnsafeBufferPointer<UInt8>, base: WebURL?) {
        self.input = input
        self.base = base
        output.reserveCapacity(input.count + (base.map { $0.href.utf8.count } ?? 0) + 16)
    }

    static func parse(
        _ text: UnsafeBufferPointer<UInt8>, base: WebURL?
    ) -> Result<WebURL, URLError.Reason> {
        guard text.count <= maximumBytes else { return .failure(.tooLong) }
        let trimmed = trim(text)
        guard trimmed.contains(where: isTabOrNewline) else { return run(trimmed, base: base) }
        return trimmed.filter { !isTabOrNewline($0) }.withUnsafeBufferPointer { run($0, base: base) }
    }

    private static func run(
        _ input: UnsafeBufferPointer<UInt8>, base: WebURL?
    ) -> Result<WebURL, URLError.Reason> {
        var parser = URLParser(input: input, base: base)
        do throws(URLError.Reason) {
            try parser.parseScheme()
        } catch {
            return .failure(error)
        }
        guard parser.output.count <= maximumBytes else { return .failure(.tooLong) }
        return .success(WebURL(href: String(decoding: parser.output, as: UTF8.self), layout: parser.layout))
    }

    /// C0 controls and spaces at both ends do not count.
    private static func trim(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = text.count
        while start < end, text[start] <= 0x20 { start += 1 }
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[start..<end])
    }

    @inline(__always)
    private static func isTabOrNewline(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0D }
}

// Scheme start, scheme and no-scheme states.
extension URLParser {
    private mutating func parseScheme() throws(URLError.Reason) {
        guard let end = endOfScheme() else { return try parseWithoutScheme() }
        for byte in input[..<end] { output.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        scheme = output.withUnsafeBufferPointer { URLScheme($0) }
        setScheme(end: end)
        output.append(UInt8(ascii: ":"))
        position = end + 1
        switch scheme {
        case .file: try parseFile(base: base.flatMap { $0.specialScheme == .file ? $0 : nil })
        case .other: try parsePathOrAuthority()
        default:
            if let base, base.specialScheme == scheme, !(at(0) == slash && at(1) == slash) {
                try parseRelative(to: base)
            } else {
                skipSlashes()
                try parseAuthority()
            }
        }
    }

    /// The colon after a letter and letters, digits, `+`, `-`, `.`.
    private func endOfScheme() -> Int? {
        for index in 0..<input.count {
            switch input[index] {
            case 0x41...0x5A, 0x61...0x7A: continue
            case 0x30...0x39 where index > 0: continue
            case UInt8(ascii: "+") where index > 0: continue
            case UInt8(ascii: "-") where index > 0: continue
            case UInt8(ascii: ".") where index > 0: continue
            case UInt8(ascii: ":") where index > 0: return index
            default: return nil
            }
        }
        return nil
    }

    mutating func setScheme(end: Int) {
        layout.schemeEnd = UInt32(end)
        layout.usernameEnd = layout.schemeEnd + 1
        layout.hostStart = layout.schemeEnd + 1
        layout.hostEnd = layout.schemeEnd + 1
    }

    private mutating func parseWithoutScheme() throws(URLError.Reason) {
        guard let base else { throw .relativeWithoutBase }
        scheme = base.specialScheme
        if base.hasOpaquePath {
            guard at(0) == UInt8(ascii: "#") else { throw .opaqueBase }
            copyThroughQuery(base)
            parseFragment()
        } else if scheme == .file {
            let end = Int(base.layout.schemeEnd)
            copy(base, 0..<end + 1)
            setScheme(end: end)
            try parseFile(base: base)
        } else {
            try parseRelative(to: base)
        }
    }

    private mutating func parsePathOrAuthority() throws(URLError.Reason) {
        guard at(0) == slash else { return parseOpaquePath() }
        if at(1) == slash {
            position += 2
            try parseAuthority()
        } else {
            startPath()
            position += 1
            parsePath()
        }
    }
}

// Small steps of all states.
extension URLParser {
    var slash: UInt8 { UInt8(ascii: "/") }

    /// The byte that far ahead; nil past the end.
    @inline(__always)
    func at(_ distance: Int) -> UInt8? {
        position + distance < input.count ? input[position + distance] : nil
    }

    /// A slash, or in a special URL a backslash.
    @inline(__always)
    func isSlash(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || (byte == UInt8(ascii: "\\") && scheme.isSpecial)
    }

    mutating func skipSlashes() {
        while let byte = at(0), isSlash(byte) { position += 1 }
    }

    mutating func startPath() { layout.pathStart = UInt32(output.count) }
}
