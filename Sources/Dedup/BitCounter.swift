/// Counts, for each of 64 places, in how many numbers the bit is set.
///
/// Eight places are counted at once in the bytes of a word, which are emptied into wide counters before they can
/// overflow.
struct BitCounter {
    /// For each byte, its bits as the bytes of a word, lowest first.
    private static let spread: [UInt64] = (0..<256).map { byte in
        (0..<8).reduce(0) { word, bit in word | UInt64(byte >> bit & 1) << UInt64(8 * bit) }
    }

    private var lanes = SIMD8<UInt64>(repeating: 0)
    private var pending = 0
    private var counts = [UInt32](repeating: 0, count: 64)
    private var total = 0
    private let spread = BitCounter.spread

    @inline(__always)
    mutating func add(_ number: UInt64) {
        for lane in 0..<8 {
            lanes[lane] &+= spread[Int(truncatingIfNeeded: number >> UInt64(8 * lane) & 0xFF)]
        }
        pending += 1
        if pending == 255 { empty() }
    }

    /// The bits that are set in more than half of the numbers.
    var majority: UInt64 {
        var copy = self
        copy.empty()
        return (0..<64).reduce(0) { bits, place in
            Int(copy.counts[place]) * 2 > copy.total ? bits | 1 << UInt64(place) : bits
        }
    }

    private mutating func empty() {
        for place in 0..<64 {
            counts[place] &+= UInt32(truncatingIfNeeded: lanes[place / 8] >> UInt64(place % 8 * 8) & 0xFF)
        }
        lanes = SIMD8(repeating: 0)
        total += pending
        pending = 0
    }
}
