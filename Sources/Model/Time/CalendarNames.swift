/// The English names of days and months in dates.
enum CalendarNames {
    private static let days: [StaticString] = [
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ]
    private static let months: [StaticString] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// Three letters.
    static func shortDay(_ index: Int) -> ArraySlice<UInt8> { capitalised(days[index]).prefix(3) }

    /// Three letters; `month` from 1.
    static func shortMonth(_ month: Int) -> ArraySlice<UInt8> { capitalised(months[month - 1]).prefix(3) }

    /// 1 to 12 for a name or its first letters, three at least, in lower case.
    static func month(_ word: [UInt8]) -> Int? { index(of: word, in: months).map { $0 + 1 } }

    /// 0 for Sunday; likewise.
    static func day(_ word: [UInt8]) -> Int? { index(of: word, in: days) }

    static func isShort(_ word: [UInt8]) -> Bool { word.count == 3 }

    static func isFullDay(_ word: [UInt8]) -> Bool {
        day(word).map { days[$0].utf8CodeUnitCount == word.count } ?? false
    }

    private static func index(of word: [UInt8], in names: [StaticString]) -> Int? {
        guard word.count >= 3 else { return nil }
        return names.firstIndex { name in
            name.withUTF8Buffer { $0.count >= word.count && $0.prefix(word.count).elementsEqual(word) }
        }
    }

    private static func capitalised(_ name: StaticString) -> [UInt8] {
        name.withUTF8Buffer { name in name.indices.map { $0 == 0 ? name[$0] & 0xDF : name[$0] } }
    }
}
