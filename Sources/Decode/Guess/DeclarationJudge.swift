/// Weighs what a page declares against its bytes.
struct DeclarationJudge {
    let bytes: [UInt8]
    let declared: [Declaration]
    let decoded: DecodedBytes

    /// The charset that the bytes have instead of the declared one; nil where the declaration stands.
    func better() -> (Charset, DecodedPage.Evidence)? {
        guard let first = declared.first?.charset, isJudged(first) else { return nil }
        if first == .utf8 { return decoded.replacements >= 4 ? replacementForUTF8() : nil }
        let shape = ByteShape(bytes)
        guard shape.highBytes > 0 else { return nil }
        if shape.isUTF8(despite: decoded.replacements) { return (.utf8, .guess) }
        return replacementForLegacy(first, shape)
    }

    /// Charsets with escape sequences or two-byte units say of themselves what they are.
    private func isJudged(_ charset: Charset) -> Bool {
        !charset.isUTF16 && charset != .iso2022JP && charset != .replacement && charset != .userDefined
    }

    /// What was called UTF-8 and has as many broken sequences as whole ones is looked at.
    private func replacementForUTF8() -> (Charset, DecodedPage.Evidence)? {
        guard decoded.replacements > ByteShape(bytes).utf8Characters else { return nil }
        if let other = declared.dropFirst().first(where: { $0.charset != .utf8 && isJudged($0.charset) }),
            other.charset.decode(bytes).replacements * 50 < decoded.replacements
        {
            return (other.charset, other.from)
        }
        guard decoded.replacements >= 8, let guess = CharsetGuess.scored(bytes), guess.isSure else { return nil }
        return (guess.charset, .guess)
    }

    /// A charset that was named wrongly is a server's default, or one whose decoder cannot make sense of the bytes.
    private func replacementForLegacy(_ first: Charset, _ shape: ByteShape) -> (Charset, DecodedPage.Evidence)? {
        let isBroken = decoded.replacements >= 4 && decoded.replacements * 20 > shape.highBytes
        let isUnlikely = first.isSingleByte && shape.pairedBytes * 2 > shape.highBytes && shape.highBytes >= 8
        let others = declared.dropFirst().filter { $0.charset != first && isJudged($0.charset) }
        guard isBroken || isUnlikely || first == .windows1252 && !others.isEmpty else { return nil }
        guard let guess = CharsetGuess.scored(bytes), guess.charset != first else { return nil }
        if let other = others.first(where: { $0.charset == guess.charset }) { return (other.charset, other.from) }
        guard shape.highBytes >= 24, isBroken || !guess.charset.isSingleByte, guess.isSure else { return nil }
        return (guess.charset, .guess)
    }
}

/// Counts of the bytes of a page beyond ASCII.
struct ByteShape {
    private(set) var highBytes = 0
    /// Those that stand beside another one.
    private(set) var pairedBytes = 0
    /// Whole characters of UTF-8 beyond ASCII, and bytes that belong to none.
    private(set) var utf8Characters = 0
    private(set) var utf8Errors = 0
    /// How unlikely it is that another charset looks like this: a character of n bytes counts n - 1.
    private(set) var utf8Weight = 0

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { count($0) }
    }

    private mutating func count(_ input: UnsafeBufferPointer<UInt8>) {
        guard let base = input.baseAddress else { return }
        let end = base + input.count
        var next = base
        while next < end {
            next = UTF8Scan.skipASCII(next, end)
            let start = next
            while next < end, next.pointee >= 0x80 { next += 1 }
            let run = UnsafeBufferPointer(start: start, count: next - start)
            highBytes += run.count
            if run.count > 1 { pairedBytes += run.count }
            count(run: run, isLast: next == end)
        }
    }

    private mutating func count(run: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        var position = 0
        while position < run.count {
            let valid = UTF8Scan.validPrefix(run, from: position)
            for byte in run[position..<valid] where byte >= 0xC0 { utf8Characters += 1 }
            utf8Weight += run[position..<valid].count { $0 < 0xC0 }
            guard valid < run.count else { return }
            position = valid + UTF8Scan.brokenLength(run, at: valid)
            // A page may be cut in the middle of its last character.
            if !isLast || position < run.count { utf8Errors += 1 }
        }
    }

    /// Whether the bytes are UTF-8, though another charset was declared that left so many bytes undecoded.
    func isUTF8(despite replacements: Int) -> Bool {
        if utf8Errors == 0 { return utf8Weight >= 4 || utf8Weight >= 2 && replacements > 0 }
        return utf8Characters >= 20 && utf8Errors * 50 < utf8Characters
    }
}
