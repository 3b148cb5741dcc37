/// A charset of characters of two bytes: the sample is decoded, and its characters judged by their script.
struct TwoByteProfile: CharsetProfile {
    /// How the characters that are not frequent are judged.
    enum Script: Sendable {
        /// Chinese characters and full-width punctuation.
        case han
        /// Kana beside Chinese characters.
        case kana
        case hangul
    }

    let charset: Charset
    private let script: Script
    private let frequent: BasicPlaneSet
    /// The characters of everyday use, which stand in rows of their own.
    private let usual: BasicPlaneSet

    /// `frequent` has the characters that texts are full of; the usual ones are those of the table at the given bytes.
    init(
        _ charset: Charset, _ script: Script, usual table: CharacterTable, leads: ClosedRange<UInt8>,
        trails: ClosedRange<UInt8>, frequent text: String
    ) {
        self.charset = charset
        self.script = script
        var (frequent, usual) = (BasicPlaneSet(), BasicPlaneSet())
        for scalar in text.unicodeScalars { frequent.insert(scalar.value) }
        for lead in leads {
            for trail in trails { usual.insert(table[DecodingTables.index(lead, trail)].basicPlaneScalar) }
        }
        self.frequent = frequent
        self.usual = usual
    }

    func score(_ sample: [UInt8]) -> Double {
        var (sum, count) = (0.0, 0)
        for scalar in String(decoding: charset.decode(sample).utf8, as: UTF8.self).unicodeScalars
        where scalar.value >= 0x80 {
            sum += weight(scalar.value)
            count += 1
        }
        return count == 0 ? 0 : sum / Double(count)
    }

    private func weight(_ value: UInt32) -> Double {
        if value > 0xFFFF { return -4 }
        if frequent.contains(value) { return 3 }
        switch value {
        case 0xFFFD, 0x80...0x9F: return -10
        case 0xE000...0xF8FF: return -4
        case 0x3000...0x303F, 0xFF00...0xFF5E, 0x2010...0x2030, 0xB7: return 0.6
        default: break
        }
        switch script {
        case .han: return hanWeight(value)
        case .kana: return kanaWeight(value)
        case .hangul: return hangulWeight(value)
        }
    }

    private func hanWeight(_ value: UInt32) -> Double {
        switch value {
        case 0x4E00...0x9FFF: usual.contains(value) ? 0.4 : -0.4
        case 0x3040...0x30FF, 0xAC00...0xD7A3, 0xFF61...0xFF9F: -1
        default: -0.5
        }
    }

    private func kanaWeight(_ value: UInt32) -> Double {
        switch value {
        case 0x3041...0x3096, 0x30A1...0x30FC: 1.6
        case 0x4E00...0x9FFF: usual.contains(value) ? 0.5 : -0.4
        case 0xFF61...0xFF9F: -1.5
        default: -0.5
        }
    }

    private func hangulWeight(_ value: UInt32) -> Double {
        switch value {
        case 0xAC00...0xD7A3: usual.contains(value) ? 0.9 : -0.6
        case 0x4E00...0x9FFF, 0xF900...0xFAFF: -0.8
        default: -1
        }
    }
}

/// A set of characters of the basic plane, a bit each.
private struct BasicPlaneSet: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1024)

    mutating func insert(_ value: UInt32) {
        if value <= 0xFFFF { bits[Int(value >> 6)] |= 1 << UInt64(value & 63) }
    }

    func contains(_ value: UInt32) -> Bool {
        value <= 0xFFFF && bits[Int(value >> 6)] & 1 << UInt64(value & 63) != 0
    }
}
