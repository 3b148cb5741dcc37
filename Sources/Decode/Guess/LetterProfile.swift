/// A charset of single bytes: each byte is judged as a letter of the charset's languages, and by the byte before it.
///
/// A capital behind a small letter, a sign within a word, or letters of two scripts in one word mean another charset.
struct LetterProfile: CharsetProfile {
    /// What a byte stands for.
    private struct Role {
        var isLetter = false
        var isSmall = false
        var isLatin = true
        /// As a letter at a fit place, or as a sign beside words.
        var weight = -0.5
        /// As a sign within a word, or a capital at the start of one.
        var otherWeight = -2.0
    }

    let charset: Charset
    private let roles: [Role]

    /// `frequent` has the letters that texts are full of; small ones only.
    init(_ name: String, frequent text: String) {
        let charset = Charset.named(name) ?? .windows1252
        let letters = Set(text.unicodeScalars)
        self.charset = charset
        roles = (0...255).map { byte in
            let decoded = charset.decode([UInt8(byte)])
            let scalar = String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
            return LetterProfile.role(scalar, frequent: letters)
        }
    }

    func score(_ sample: [UInt8]) -> Double {
        var (sum, count) = (0.0, 0)
        var previous = roles[0x20]
        var previousIsHigh = false
        for byte in sample {
            let role = roles[Int(byte)]
            if byte >= 0x80 {
                sum += weight(role, after: previous, previousIsHigh)
                count += 1
            } else if previousIsHigh, previous.isLetter, role.isLetter {
                if !previous.isLatin || !role.isSmall && previous.isSmall { sum -= 2 }
            }
            previous = role
            previousIsHigh = byte >= 0x80
        }
        return count == 0 ? 0 : sum / Double(count)
    }

    private func weight(_ role: Role, after previous: Role, _ previousIsHigh: Bool) -> Double {
        guard role.isLetter else { return previous.isLetter ? role.otherWeight : role.weight }
        if previous.isLetter, !previousIsHigh, !role.isLatin { return -2 }
        // Two accents in a row are rare, and more of them are none.
        if role.isLatin, previousIsHigh, previous.isLetter { return role.isSmall && role.weight > 1 ? 0.6 : -0.6 }
        if role.isSmall { return role.weight }
        if previous.isSmall { return -2 }
        // A capital that begins a word is worth little, for any byte may look like one.
        return role.isLatin || previous.isLetter && previousIsHigh ? role.weight : role.otherWeight
    }

    private static func role(_ scalar: Unicode.Scalar, frequent: Set<Unicode.Scalar>) -> Role {
        var role = Role()
        let properties = scalar.properties
        role.isLatin = scalar.value < 0x250 || (0x300...0x36F).contains(scalar.value)
        role.isLetter = properties.isAlphabetic || properties.generalCategory == .nonspacingMark
        if role.isLetter {
            let small = properties.lowercaseMapping.unicodeScalars.first ?? scalar
            // Letters without case count as small ones.
            role.isSmall = small == scalar
            role.weight = frequent.contains(small) ? (role.isSmall ? 2 : 1.4) : 0.3
            role.otherWeight = 0.3
        } else if scalar.value == 0xFFFD || (0x80...0x9F).contains(scalar.value) {
            (role.weight, role.otherWeight) = (-10, -10)
        } else if LetterProfile.usualSigns.contains(scalar.value) {
            (role.weight, role.otherWeight) = (0.6, 0.3)
        }
        return role
    }

    /// Spaces, quotation marks, dashes, and a few more that news have.
    private static let usualSigns: Set<UInt32> = [
        0xA0, 0xAB, 0xBB, 0xA9, 0xB0, 0xB7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022,
        0x2026,
        0x20AC, 0x2116,
    ]
}
