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

    /// The ends of the places where each of some keys stands, up to `limit` of each: one more pass for all.
    static func places(of keys: [UInt64], in text: Bytes, limit: Int) -> [UInt64: [Int]] {
        var wanted = [UInt64](repeating: 0, count: 512)
        var places: [UInt64: [Int]] = [:]
        for key in keys {
            wanted[slot(key) >> 6] |= 1 << UInt64(slot(key) & 63)
            places[key] = []
        }
        wanted.withUnsafeBufferPointer { wanted in
            var window: UInt64 = 0
            var position = 0
            while position < text.count {
                let (value, length) = text.scalar(at: position)
                window = (window << 16 | UInt64(value & 0xFFFF)) & 0xFFFF_FFFF_FFFF
                position += length
                let slot = slot(window)
                guard wanted[slot >> 6] & 1 << UInt64(slot & 63) != 0, let count = places[window]?.count, count < limit
                else { continue }
                places[window]?.append(position)
            }
        }
        return places
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
