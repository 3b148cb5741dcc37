internal import Model

/// Charikar's SimHash of the shingles of a text, 64 bits.
///
/// 1. The characters that ``NormalizedText`` keeps are gathered into tokens: each character of an unspaced script
///    (Chinese, Japanese, Korean, Thai …) is one, and so is each run of other characters that nothing dropped
///    interrupts.
/// 2. A token's hash starts as 0x9AE16A3B2F90404F; for each scalar value s it becomes (h xor s) * 0x9E3779B97F4A7C15
///    (modulo 2^64), turned left by 29 bits.
/// 3. Every two neighbouring tokens are a shingle (a text of one token is a shingle of that token behind itself),
///    with the hash mix(turn(a, 23) + b), where turn is to the left and mix(x) is x ^= x >> 32, x *=
///    0xD6E8FEB86659FD93, x ^= x >> 32, x *= 0xD6E8FEB86659FD93, x ^= x >> 32.
/// 4. A bit of the result is set if it is set in more than half of the shingles' hashes. Without tokens the result is
///    0.
///
/// For example, `The harbour opened again on Monday.` has six tokens, five shingles, and 9cec0802f53473ca.
enum SimHash {
    static func of(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { bytes in
            let roles = CharacterRole.table
            var shingles = Shingler()
            var reader = ScalarReader(bytes)
            while let scalar = reader.next() { shingles.add(roles[scalar]) }
            return shingles.finish()
        }
    }

    @inline(__always)
    fileprivate static func turn(_ value: UInt64, _ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }

    @inline(__always)
    fileprivate static func extend(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
        turn((hash ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15, 29)
    }

    @inline(__always)
    fileprivate static func mix(_ value: UInt64) -> UInt64 {
        var value = value
        value ^= value >> 32
        value &*= 0xD6E8_FEB8_6659_FD93
        value ^= value >> 32
        value &*= 0xD6E8_FEB8_6659_FD93
        return value ^ value >> 32
    }
}

/// Gathers characters into tokens, tokens into shingles, and counts the bits of their hashes.
private struct Shingler {
    private static let seed: UInt64 = 0x9AE1_6A3B_2F90_404F

    private var counter = BitCounter()
    private var word = Shingler.seed
    private var isInWord = false
    private var previous: UInt64 = 0
    private var tokens = 0

    @inline(__always)
    mutating func add(_ role: CharacterRole) {
        if role.isToken {
            endWord()
            addToken(SimHash.extend(Shingler.seed, role.scalar))
        } else if role.isKept {
            var hash = word
            role.forEachScalar { hash = SimHash.extend(hash, $0) }
            word = hash
            isInWord = true
        } else {
            endWord()
        }
    }

    mutating func finish() -> UInt64 {
        endWord()
        if tokens == 1 { addToken(previous) }
        return counter.majority
    }

    @inline(__always)
    private mutating func endWord() {
        guard isInWord else { return }
        addToken(word)
        word = Shingler.seed
        isInWord = false
    }

    @inline(__always)
    private mutating func addToken(_ hash: UInt64) {
        if tokens > 0 { counter.add(SimHash.mix(SimHash.turn(previous, 23) &+ hash)) }
        previous = hash
        tokens += 1
    }
}
