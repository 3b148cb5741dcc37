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
            Gazetteer.filter.withUnsafeBufferPointer { filter in
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
            if let back = SlotScan.slotLength(value, previous) { note(position - back, text, &ends) }
            previous = value
            start = position
            position += length
        }
    }

    private static func note(_ end: Int, _ text: Bytes, _ ends: inout [Int]) {
        guard end > 0, ends.count < maximumEnds else { return }
        ends.append(end)
    }

    /// How many bytes before the second character the name ends, where the two are a mark behind names.
    @inline(__always)
    private static func slotLength(_ value: UInt32, _ previous: UInt32) -> Int? {
        switch value {
        case 0x7701, 0x5E02: 0  // 省 市
        case 0x6CBB: previous == 0x81EA ? 3 : nil  // 自治
        case 0x62A5: previous == 0x65E5 || previous == 0x665A ? 3 : nil  // 日报 晚报
        case 0x89C6: previous == 0x536B || previous == 0x7535 ? 3 : nil  // 卫视 电视
        case 0x95FB: previous == 0x65B0 ? 3 : nil  // 新闻
        case 0x5B66: previous == 0x5927 ? 3 : nil  // 大学
        case 0x6C11: previous == 0x4EBA ? 3 : nil  // 人民
        case 0x522B: previous == 0x7279 ? 3 : nil  // 特别
        case 0x95F4: previous == 0x65F6 ? 3 : nil  // 时间
        case 0x7F51: previous == 0x516C ? 3 : nil  // 公网
        case 0x573A: previous == 0x673A ? 3 : nil  // 机场
        case 0x533A: previous == 0x7279 ? 3 : nil  // 特区
        case 0x653F: previous == 0x884C ? 3 : nil  // 行政
        case 0x4F17: previous == 0x6C11 ? 3 : nil  // 民众
        case 0x65B9: previous == 0x8B66 ? 3 : nil  // 警方
        case 0x94C1: previous == 0x5730 ? 3 : nil  // 地铁
        case 0x5730: previous == 0x7B49 ? 3 : nil  // 等地
        case 0x43: previous == 0x49 ? 1 : nil  // IC
        case 0x3001: 0  // 、
        default: nil
        }
    }
}
