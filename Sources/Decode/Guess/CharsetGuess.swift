/// Tells the charset of a page from its bytes alone.
///
/// Each charset that could be meant decodes a sample, and its characters are counted: those that are frequent in the
/// languages it is used for, those that are at least likely, and those that nobody writes.
enum CharsetGuess {
    /// A charset, and how well it fits: 3 where every character is frequent.
    struct Guess {
        let charset: Charset
        let score: Double

        /// Whether it may overrule a declaration; letters are 2 at best.
        var isSure: Bool { score >= (charset.isSingleByte ? 1.75 : 1.3) }
    }

    /// A score below which nothing is guessed.
    private static let leastScore = 0.55
    private static let maximumBytes = 1 << 20

    /// The charset; nil for plain ASCII and where nothing fits.
    static func charset(of bytes: [UInt8]) -> Charset? { scored(bytes)?.charset }

    /// The best guess; nil for plain ASCII and where nothing fits.
    static func scored(_ bytes: [UInt8]) -> Guess? {
        if let charset = unmistakable(bytes) { return Guess(charset: charset, score: 3) }
        let sample = TextSample.take(from: bytes.prefix(maximumBytes))
        guard !sample.isEmpty else { return nil }
        let twoByte = best(CharsetProfiles.twoByte, sample)
        let single = best(CharsetProfiles.singleByte, sample)
        let winner = [twoByte, single].compactMap(\.self).max { $0.score < $1.score }
        guard let winner, winner.score >= leastScore else { return nil }
        return winner
    }

    private static func best(_ profiles: [any CharsetProfile], _ sample: [UInt8]) -> Guess? {
        var best: Guess?
        for profile in profiles {
            let score = profile.score(sample)
            if score > best?.score ?? -.infinity { best = Guess(charset: profile.charset, score: score) }
        }
        return best
    }

    /// What gives itself away: UTF-8, UTF-16, ISO-2022-JP.
    private static func unmistakable(_ bytes: [UInt8]) -> Charset? {
        if let charset = sixteenBits(bytes.prefix(512)) { return charset }
        let shape = ByteShape(bytes)
        if shape.highBytes == 0 { return hasJapaneseEscape(bytes) ? .iso2022JP : nil }
        return shape.isNearlyUTF8 ? .utf8 : nil
    }

    /// Every other byte of Latin text in UTF-16 is zero.
    private static func sixteenBits(_ start: ArraySlice<UInt8>) -> Charset? {
        var zeros = (even: 0, odd: 0)
        for (index, byte) in start.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let half = start.count / 2
        guard half >= 4 else { return nil }
        if zeros.even * 2 > half, zeros.odd * 8 < half { return .utf16BE }
        if zeros.odd * 2 > half, zeros.even * 8 < half { return .utf16LE }
        return nil
    }

    private static func hasJapaneseEscape(_ bytes: [UInt8]) -> Bool {
        var cursor = ByteCursor(bytes[...])
        while cursor.advance(to: 0x1B) {
            if cursor.peek(1) == 0x24, cursor.peek(2) == 0x42 || cursor.peek(2) == 0x40 { return true }
            cursor.position += 1
        }
        return false
    }
}
