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
        if shape.isUTF8(despite: decoded.replacements, pairsMayBe: !first.isSingleByte) { return (.utf8, .guess) }
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
