/// A set of pairs of units that may say that it has one which it has not.
struct PairMask {
    private var bits = SIMD8<UInt64>()

    private static func place(_ first: UInt32, _ second: UInt32) -> (word: Int, bit: UInt64) {
        let hash = (first &* 0x9E37_79B1 ^ second &* 0x85EB_CA77) >> 23
        return (Int(hash >> 6), 1 << UInt64(hash & 63))
    }

    mutating func insert(_ first: UInt32, _ second: UInt32) {
        let (word, bit) = PairMask.place(first, second)
        bits[word] |= bit
    }

    /// How many bits are set here and not there: at least as many pairs are missing there.
    func missing(from other: PairMask) -> Int {
        let missing = bits & ~other.bits
        return missing.indices.reduce(0) { $0 + missing[$1].nonzeroBitCount }
    }

    func has(_ first: UInt32, _ second: UInt32) -> Bool {
        let (word, bit) = PairMask.place(first, second)
        return bits[word] & bit != 0
    }
}

/// How often each pair of units occurs; in memory that its maker has made large enough.
struct PairCounts {
    typealias Slot = (pair: UInt64, count: Int)

    private let slots: UnsafeMutableBufferPointer<Slot>

    /// A power of two, at least twice the number of pairs.
    static func capacity(for pairs: Int) -> Int { 1 << (Int.bitWidth - (2 * pairs - 1).leadingZeroBitCount) }

    init(_ slots: UnsafeMutableBufferPointer<Slot>) {
        slots.initialize(repeating: (0, 0))
        self.slots = slots
    }

    func add(_ pair: UInt64) {
        let slot = slot(of: pair)
        slots[slot] = (pair, slots[slot].count + 1)
    }

    /// Takes one away; false where there is none left.
    func take(_ pair: UInt64) -> Bool {
        let slot = slot(of: pair)
        guard slots[slot].count > 0 else { return false }
        slots[slot].count -= 1
        return true
    }

    /// Where the pair stands, or may be put; no pair of letters is 0.
    private func slot(of pair: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slots.count - 1)
        while slots[slot].pair != pair, slots[slot].pair != 0 { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}
