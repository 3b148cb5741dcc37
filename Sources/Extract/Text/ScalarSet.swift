/// A set of characters below U+10000: a bit for each, so that to ask costs no hashing.
struct ScalarSet: Sendable {
    private let bits: [UInt64]

    /// The characters of a string; those from U+10000 up are left out.
    init(_ characters: String) {
        var bits = [UInt64](repeating: 0, count: 1024)
        for scalar in characters.unicodeScalars where scalar.value < 0x10000 {
            bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
        }
        self.bits = bits
    }

    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        scalar < 0x10000 && bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
    }
}
