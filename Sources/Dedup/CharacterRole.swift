/// What a character is for a comparison of texts: dropped, or kept in its small form, as a token or as part of a word.
struct CharacterRole: Sendable {
    /// The scalar value that is kept; 0 for a dropped character.
    private let bits: UInt32

    private static let tokenFlag: UInt32 = 1 << 31
    /// U+0130 alone has a small form of two scalars: i and U+0307.
    private static let dottedI: UInt32 = 0x130

    private init(kept scalar: UInt32, isToken: Bool) { bits = isToken ? scalar | CharacterRole.tokenFlag : scalar }

    private static let dropped = CharacterRole(kept: 0, isToken: false)

    @inline(__always)
    var isKept: Bool { bits != 0 }

    /// Whether the character is a token by itself, because its script does not part words by spaces, or builds them of
    /// many parts: Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese.
    @inline(__always)
    var isToken: Bool { bits & CharacterRole.tokenFlag != 0 }

    /// The kept scalar value.
    @inline(__always)
    var scalar: UInt32 { bits & ~CharacterRole.tokenFlag }

    /// The kept scalar values: none, one, or two.
    func forEachScalar(_ body: (UInt32) -> Void) {
        guard isKept else { return }
        guard scalar == CharacterRole.dottedI else { return body(scalar) }
        body(0x69)
        body(0x307)
    }

    /// The roles of all characters, for a loop over many: taken once before it.
    static let table = Table()

    struct Table: Sendable {
        private let basicPlane: [CharacterRole]

        fileprivate init() { basicPlane = (0..<0x10000).map { make(UInt32($0)) } }

        @inline(__always)
        subscript(scalar: UInt32) -> CharacterRole {
            scalar < 0x10000 ? basicPlane[Int(scalar)] : make(scalar)
        }
    }

    private static func make(_ value: UInt32) -> CharacterRole {
        let narrow = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
        guard let scalar = Unicode.Scalar(narrow) else { return dropped }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter:
            let small = scalar.properties.lowercaseMapping.unicodeScalars
            let kept = small.count == 1 ? small.first?.value ?? narrow : dottedI
            return CharacterRole(kept: kept, isToken: false)
        case .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber,
            .letterNumber,
            .otherNumber:
            return CharacterRole(kept: narrow, isToken: isUnspaced(narrow))
        default: return dropped
        }
    }

    /// Whether the block belongs to a script whose characters are tokens.
    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007,
            0x3021...0x30FF, 0x3100...0x318F, 0x31A0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F,
            0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
