/// What text in a charset looks like.
struct CharsetProfile: Sendable {
    /// How the characters of a script are judged.
    enum Script: Sendable {
        /// Chinese characters and full-width punctuation.
        case han
        /// Kana beside Chinese characters.
        case kana
        case hangul
        /// Words of letters, some of which have capitals.
        case letters
    }

    let charset: Charset
    let script: Script
    /// The characters that texts are full of; small letters only.
    let frequent: Set<UInt32>

    init(_ name: String, _ script: Script, _ frequent: String) {
        charset = Charset.named(name) ?? .utf8
        self.script = script
        self.frequent = Set(frequent.unicodeScalars.map(\.value))
    }

    /// The mean over the characters beyond ASCII: 3 for a frequent one, less for others, far below zero for broken ones.
    func score(_ sample: [UInt8]) -> Double {
        let decoded = charset.decode(sample)
        var (sum, count) = (0.0, 0)
        var previous: Unicode.Scalar = " "
        for scalar in String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars {
            if scalar.value >= 0x80 {
                sum += weight(scalar, after: previous)
                count += 1
            } else if script == .letters, previous.value >= 0x80, splitsWord(scalar, after: previous) {
                sum -= 2
            }
            previous = scalar
        }
        return count == 0 ? 0 : sum / Double(count)
    }

    private func weight(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Double {
        if frequent.contains(scalar.value) { return script == .letters ? letterWeight(scalar, after: previous) : 3 }
        if scalar.value == 0xFFFD || (0x80...0x9F).contains(scalar.value) { return -10 }
        if (0xE000...0xF8FF).contains(scalar.value) || scalar.value > 0xFFFF { return -4 }
        switch script {
        case .han: return hanWeight(scalar.value)
        case .kana: return kanaWeight(scalar.value)
        case .hangul: return hangulWeight(scalar.value)
        case .letters: return letterWeight(scalar, after: previous)
        }
    }

    private func hanWeight(_ value: UInt32) -> Double {
        switch value {
        case 0x4E00...0x9FFF: 0.3
        case 0x3000...0x303F, 0xFF00...0xFF5E, 0x2010...0x2030, 0xB7, 0xD7: 0.8
        case 0x3040...0x30FF, 0xAC00...0xD7A3, 0xFF61...0xFF9F: -1
        default: -0.5
        }
    }

    private func kanaWeight(_ value: UInt32) -> Double {
        switch value {
        case 0x3041...0x3096, 0x30A1...0x30FC: 1.6
        case 0x4E00...0x9FFF: 0.3
        case 0x3000...0x303F, 0xFF00...0xFF5E: 0.8
        case 0xFF61...0xFF9F: -1.5
        default: -0.5
        }
    }

    private func hangulWeight(_ value: UInt32) -> Double {
        switch value {
        case 0xAC00...0xD7A3: 0.9
        case 0x4E00...0x9FFF, 0xF900...0xFAFF: -0.8
        case 0x3000...0x303F, 0xFF00...0xFF5E, 0x2010...0x2030, 0xB7: 0.5
        default: -1
        }
    }

    /// Letters are judged by their frequency and by their neighbour: a capital behind a small letter, or a sign within a
    /// word, is a letter of another charset.
    private func letterWeight(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Double {
        let properties = scalar.properties
        if properties.isAlphabetic || properties.generalCategory == .nonspacingMark {
            let small = properties.lowercaseMapping.unicodeScalars.first ?? scalar
            let isCapital = small != scalar
            if isCapital, isLowerCase(previous) { return -2 }
            let isFrequent = frequent.contains(scalar.value) || frequent.contains(small.value)
            if previous.value < 0x80, previous.properties.isAlphabetic, !isLatin(scalar.value) { return -2 }
            if isCapital { return isFrequent && (isLatin(scalar.value) || previous.value >= 0x80) ? 1.4 : 0.3 }
            return isFrequent ? 2 : 0.3
        }
        switch scalar.value {
        case 0xA0, 0x2013...0x201E, 0x2026, 0xAB, 0xBB, 0x20AC, 0x2116, 0xA9, 0xB0, 0xB7, 0x2022:
            return previous.value >= 0x80 && previous.properties.isAlphabetic && scalar.value != 0x2019 ? 0.3 : 0.6
        default: return previous.properties.isAlphabetic ? -2 : -0.5
        }
    }

    /// Whether a letter of ASCII cannot stand behind that letter: a capital behind a small one, or one of another script.
    private func splitsWord(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Bool {
        guard (0x61...0x7A).contains(scalar.value | 0x20), previous.properties.isAlphabetic else { return false }
        return !isLatin(previous.value) || scalar.value < 0x61 && isLowerCase(previous)
    }

    private func isLowerCase(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isLowercase }
    private func isLatin(_ value: UInt32) -> Bool { value < 0x250 || (0x300...0x36F).contains(value) }
}
