internal import Foundation

/// What a character is in the full-text index: nothing between words, an ideograph, or a letter in its plain small form.
///
/// As SQLite's `unicode61 remove_diacritics 2` has it (letters and numbers make words; case and Latin diacritics do not count), and besides
/// full-width ASCII is ASCII, and the vowel signs of Indian scripts belong to their words.
struct WordFolding: Sendable {
    /// The scalar value that is kept, or one of the two below.
    private let bits: UInt32

    private static let separator = WordFolding(bits: 0)
    private static let mark = WordFolding(bits: 1)
    private static let ideographFlag: UInt32 = 1 << 31

    @inline(__always)
    var isSeparator: Bool { bits == 0 }

    /// Whether it is a diacritic by itself, which goes without parting the word.
    @inline(__always)
    var isMark: Bool { bits == 1 }

    /// Whether runs of it go in as pairs: ideographs, kana and Hangul, whose words are not parted by spaces or are made of many parts.
    @inline(__always)
    var isIdeograph: Bool { bits & WordFolding.ideographFlag != 0 }

    /// The kept scalar value.
    @inline(__always)
    var scalar: UInt32 { bits & ~WordFolding.ideographFlag }

    /// All characters', for a loop over many: taken once before it.
    static let table = Table()

    struct Table: Sendable {
        private let basicPlane: [WordFolding]

        fileprivate init() { basicPlane = (0..<0x10000).map { make(UInt32($0)) } }

        @inline(__always)
        subscript(scalar: UInt32) -> WordFolding {
            scalar < 0x10000 ? basicPlane[Int(scalar)] : make(scalar)
        }
    }

    private static func make(_ value: UInt32) -> WordFolding {
        if isIdeographic(value) { return WordFolding(bits: value | ideographFlag) }
        let isFullWidth = (0xFF01...0xFF5E).contains(value)
        guard let scalar = Unicode.Scalar(isFullWidth ? value - 0xFEE0 : value) else { return separator }
        switch scalar.properties.generalCategory {
        case .nonspacingMark where (0x300...0x36F).contains(value): return mark
        case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter: return WordFolding(bits: plain(scalar))
        case .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            return WordFolding(bits: scalar.value)
        default: return separator
        }
    }

    /// The small letter; one of the 26 without its diacritics, for in other alphabets they may make another letter, as й.
    private static func plain(_ scalar: Unicode.Scalar) -> UInt32 {
        let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        switch small {
        case "\u{B5}": return 0x3BC
        case "\u{17F}", "\u{1E9B}": return 0x73
        case "ς": return 0x3C3
        default:
            let base = String(small).decomposedStringWithCanonicalMapping.unicodeScalars.first?.value ?? small.value
            return base < 0x80 ? base : small.value
        }
    }

    private static func isIdeographic(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
