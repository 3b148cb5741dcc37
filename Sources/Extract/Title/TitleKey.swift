/// A title reduced to its letters, figures and ideographs, for comparing.
struct TitleKey {
    private let units: [UInt32]
    /// Which units occur, folded to 64 bits: a quick way to see that two keys differ.
    private let mask: UInt64
    /// Which pairs of units occur, folded to 512 bits.
    private let pairMask: PairMask

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { TitleKey($0) }
    }

    init(_ text: Bytes) {
        var units: [UInt32] = []
        units.reserveCapacity(text.count)
        var mask: UInt64 = 0
        var pairMask = PairMask()
        var position = 0
        while position < text.count {
            let (scalar, length) = text.scalar(at: position)
            position += length
            guard let unit = TitleKey.unit(scalar) else { continue }
            if let last = units.last { pairMask.insert(last, unit) }
            units.append(unit)
            mask |= 1 << UInt64(unit & 63)
        }
        self.units = units
        self.mask = mask
        self.pairMask = pairMask
    }

    /// The letter in lower case; nil for marks, spaces and symbols.
    private static func unit(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x61...0x7A, 0x30...0x39: scalar
        case 0x41...0x5A: scalar | 0x20
        case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x303F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
            0xFF5B...0xFF65, 0xFE30...0xFE4F, 0xFE0F, 0xFEFF, 0x1F000...0x1FFFF:
            nil
        case 0xC0...0xDE, 0x410...0x42F: scalar + 0x20
        case 0x400...0x40F: scalar + 0x50
        case 0xFF10...0xFF19, 0xFF21...0xFF3A: (scalar - 0xFEE0) | (scalar >= 0xFF21 ? 0x20 : 0)
        default: scalar
        }
    }

    var isEmpty: Bool { units.isEmpty }
    var count: Int { units.count }

    static func == (left: TitleKey, right: TitleKey) -> Bool { left.mask == right.mask && left.units == right.units }

    func isPart(of other: TitleKey) -> Bool {
        guard !isEmpty, units.count <= other.units.count, mask & ~other.mask == 0 else { return false }
        return (0...(other.units.count - units.count)).contains { start in
            other.units[start] == units[0] && other.units[start..<start + units.count].elementsEqual(units)
        }
    }

    func isStart(of other: TitleKey) -> Bool { other.units.starts(with: units) && !isEmpty }

    /// 1 for equal titles, the share of the length where one is part of the other, else how many pairs of letters agree.
    /// What cannot reach `least` counts as 0.
    func likeness(to other: TitleKey, atLeast least: Double = 0.3) -> Double {
        guard !isEmpty, !other.isEmpty else { return 0 }
        if self == other { return 1 }
        let (short, long) = units.count <= other.units.count ? (self, other) : (other, self)
        if short.isPart(of: long) {
            let share = Double(short.count) / Double(long.count)
            return share > 0.35 ? max(0.6, share) : share
        }
        // Below the common bound callers tell small shares apart; above it a share that cannot reach `least` is worth nothing.
        guard mayBeLike(other, least), least <= 0.3 || mayShare(least, of: other) else { return 0 }
        return pairShare(other)
    }

    /// Whether a text can be very much like it, by its letters alone; quicker than to make a key of it.
    func mayResemble(_ text: Bytes) -> Bool {
        var mask: UInt64 = 0
        var position = 0
        while position < text.count {
            let (scalar, length) = text.scalar(at: position)
            position += length
            if let unit = TitleKey.unit(scalar) { mask |= 1 << UInt64(unit & 63) }
        }
        return (mask & self.mask).nonzeroBitCount * 2 >= (mask | self.mask).nonzeroBitCount
    }

    /// False only where the lengths or the letters differ too much.
    private func mayBeLike(_ other: TitleKey, _ least: Double) -> Bool {
        guard Double(2 * min(count, other.count)) >= least * Double(count + other.count) else { return false }
        let common = (mask & other.mask).nonzeroBitCount
        let all = (mask | other.mask).nonzeroBitCount
        return Double(common) >= least * 0.6 * Double(all) && common * 2 >= all
    }

    /// False where so few of the pairs of letters occur in the other key that the share cannot reach `least`.
    private func mayShare(_ least: Double, of other: TitleKey) -> Bool {
        let most = count - 1 - pairMask.missing(from: other.pairMask)
        guard Double(2 * most) >= least * Double(count + other.count - 2) else { return false }
        var common = 0
        for index in units.indices.dropFirst() where other.pairMask.has(units[index - 1], units[index]) { common += 1 }
        return Double(2 * common) >= least * Double(count + other.count - 2)
    }

    private func pair(at index: Int) -> UInt64 { UInt64(units[index - 1]) << 32 | UInt64(units[index]) }

    private func pairShare(_ other: TitleKey) -> Double {
        guard count > 1, other.count > 1 else { return 0 }
        let common = withUnsafeTemporaryAllocation(
            of: PairCounts.Slot.self, capacity: PairCounts.capacity(for: count - 1)
        ) { memory in
            let counts = PairCounts(memory)
            for index in 1..<count { counts.add(pair(at: index)) }
            var common = 0
            for index in 1..<other.count where counts.take(other.pair(at: index)) { common += 1 }
            return common
        }
        return Double(2 * common) / Double(count + other.count - 2)
    }
}
