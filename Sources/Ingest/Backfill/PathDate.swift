internal import Model

/// The day that a URL's path names, as many archives do: `/2026/03/14/`, `/2026-03/14/`, `/20260314/`, `/2026/03/`.
enum PathDate {
    /// The end of the day, or of the month, in UTC; nil where the path names none.
    static func end(of url: WebURL) -> Timestamp? {
        let numbers = url.path.utf8.split(whereSeparator: { !(0x30...0x39).contains($0) }).map { Array($0) }
        for (index, digits) in numbers.enumerated() {
            if digits.count == 8, let time = end(digits[0..<4], digits[4..<6], digits[6..<8]) { return time }
            guard digits.count == 4, index + 1 < numbers.count, numbers[index + 1].count == 2 else { continue }
            let day = index + 2 < numbers.count && numbers[index + 2].count == 2 ? numbers[index + 2][...] : nil
            if let time = end(digits[...], numbers[index + 1][...], day) { return time }
        }
        return nil
    }

    private static func end(
        _ year: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>?
    ) -> Timestamp? {
        let (year, month) = (number(year), number(month))
        guard (1990...2100).contains(year), (1...12).contains(month) else { return nil }
        let length = CivilDate.days(inMonth: month, ofYear: year)
        let last = day.map(number) ?? length
        guard last >= 1, last <= length, let date = CivilDate(year: year, month: month, day: last) else { return nil }
        return Timestamp(date, hour: 23, minute: 59, second: 59, offsetSeconds: 0)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
}
