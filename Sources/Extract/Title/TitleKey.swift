/// A title reduced to its words, for comparing.
struct TitleKey {
    private let units: [UInt32]

    /// Letters, digits and ideographs of the text, in lower case.
    init(_ text: String) {
        units = text.lowercased().unicodeScalars.lazy.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        .map(\.value)
    }

    var isEmpty: Bool { units.isEmpty }
    var count: Int { units.count }

    static func == (left: TitleKey, right: TitleKey) -> Bool { left.units == right.units }

    func isPart(of other: TitleKey) -> Bool {
        guard !isEmpty, units.count <= other.units.count else { return false }
        return (0...(other.units.count - units.count)).contains { start in
            other.units[start..<start + units.count].elementsEqual(units)
        }
    }

    func isStart(of other: TitleKey) -> Bool { other.units.starts(with: units) && !isEmpty }

    /// 1 for equal titles, the share of the length where one is part of the other, else how many pairs of letters agree.
    func likeness(to other: TitleKey) -> Double {
        guard !isEmpty, !other.isEmpty else { return 0 }
        if units == other.units { return 1 }
        let (short, long) = units.count <= other.units.count ? (self, other) : (other, self)
        if short.isPart(of: long) {
            let share = Double(short.count) / Double(long.count)
            return share > 0.35 ? max(0.6, share) : share
        }
        return pairShare(other)
    }

    private func pairShare(_ other: TitleKey) -> Double {
        guard units.count > 1, other.units.count > 1 else { return 0 }
        var pairs: [UInt64: Int] = [:]
        for index in 1..<units.count { pairs[UInt64(units[index - 1]) << 32 | UInt64(units[index]), default: 0] += 1 }
        var common = 0
        for index in 1..<other.units.count {
            let pair = UInt64(other.units[index - 1]) << 32 | UInt64(other.units[index])
            if let left = pairs[pair], left > 0 {
                pairs[pair] = left - 1
                common += 1
            }
        }
        return Double(2 * common) / Double(units.count + other.units.count - 2)
    }
}
