/// One pass over the page's text: where a name should end, and which three characters come often.
struct SlotScan {
    /// Where a name should end, in order: before 省, 市, 日报 and the like, before the name of a town, before a separator in front
    /// of such a name.
    private(set) var ends: [Int] = []
    /// How often three characters in a row were seen, by a hash of them; 255 is as high as it counts.
    private var counts = [UInt8](repeating: 0, count: 32_768)

    /// More are not looked at.
    private static let maximumEnds = 4000

    init(_ text: Bytes) {
        ends.reserveCapacity(256)
        counts.withUnsafeMutableBufferPointer { counts in
            NameMarks.filter.withUnsafeBufferPointer { filter in
                SlotScan.walk(text, counts, filter, &ends)
            }
        }
    }

    /// The three characters before the position; nil where there are fewer.
    static func key(_ text: Bytes, before end: Int) -> UInt64? {
        var key: UInt64 = 0
        var start = end
        for step in 0..<3 {
            guard start > 0 else { return nil }
            start -= text.lengthOfCharacter(before: start)
            key |= UInt64(text.scalar(at: start).value & 0xFFFF) << UInt64(16 * step)
        }
        return key
    }

    /// Whether the three characters come at least as often; sometimes wrongly yes, never wrongly no.
    func isRepeated(_ key: UInt64, atLeast minimum: UInt8) -> Bool { counts[SlotScan.slot(key)] >= minimum }

    /// The ends of the places where each of some keys, all different, stands, up to `limit` of each: one more pass for all.
    static func places(of keys: [UInt64], in text: Bytes, limit: Int) -> [[Int]] {
        let wanted = KeyTable(keys)
        var places = [[Int]](repeating: [], count: keys.count)
        var window: UInt64 = 0
        var position = 0
        while position < text.count {
            let (value, length) = text.scalar(at: position)
            window = (window << 16 | UInt64(value & 0xFFFF)) & 0xFFFF_FFFF_FFFF
            position += length
            guard let index = wanted.index(of: window), places[index].count < limit else { continue }
            places[index].append(position)
        }
        return places
    }

    /// Finds a key among some, mostly by a look at one bit.
    private struct KeyTable {
        private let keys: [UInt64]
        private var bits = [UInt64](repeating: 0, count: 512)
        /// Open addressing: a key's index and one, or 0.
        private var slots = [UInt8](repeating: 0, count: 512)

        /// Up to 200 keys.
        init(_ keys: [UInt64]) {
            self.keys = keys
            for (index, key) in keys.prefix(200).enumerated() {
                let hash = slot(key)
                bits[hash >> 6] |= 1 << UInt64(hash & 63)
                var slot = hash & 511
                while slots[slot] != 0 { slot = (slot + 1) & 511 }
                slots[slot] = UInt8(index + 1)
            }
        }

        @inline(__always)
        func index(of key: UInt64) -> Int? {
            let hash = slot(key)
            guard bits[hash >> 6] & 1 << UInt64(hash & 63) != 0 else { return nil }
            var slot = hash & 511
            while slots[slot] != 0 {
                let index = Int(slots[slot]) - 1
                if keys[index] == key { return index }
                slot = (slot + 1) & 511
            }
            return nil
        }
    }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 49)
    }

    private static func walk(
        _ text: Bytes, _ counts: UnsafeMutableBufferPointer<UInt8>, _ filter: UnsafeBufferPointer<UInt64>,
        _ ends: inout [Int]
    ) {
        var key: UInt64 = 0
        var previous: UInt32 = 0
        var position = 0
        var start = 0
        while position < text.count {
            let (value, length) = text.scalar(at: position)
            key = (key << 16 | UInt64(value & 0xFFFF)) & 0xFFFF_FFFF_FFFF
            let slot = slot(key)
            if counts[slot] < 255 { counts[slot] += 1 }
            if value >= 0x4E00, previous >= 0x4E00, Gazetteer.mayBegin(filter, previous, value), start > 0 {
                note(start, text, &ends)
            }
            if value == 0x7701 || value == 0x5E02 || value == 0x3001 || value == 0x7C4D {  // 省 市 、 籍
                note(position, text, &ends)
            } else if value == 0x43, previous == 0x49 {  // IC
                note(position - 1, text, &ends)
            } else if previous >= 0x4E00, value >= 0x31, value <= 0x39, isMonth(text, position + 1) {
                note(position, text, &ends)
            }
            previous = value
            start = position
            position += length
        }
    }

    /// Whether 月 follows, one figure before it or none.
    private static func isMonth(_ text: Bytes, _ position: Int) -> Bool {
        text.has("月", at: position) || text.has("月", at: position + 1)
    }

    private static func note(_ end: Int, _ text: Bytes, _ ends: inout [Int]) {
        guard end > 0, ends.last != end, ends.count < maximumEnds else { return }
        ends.append(end)
    }
}
