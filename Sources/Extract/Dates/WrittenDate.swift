import Model

/// A date as a page writes it: a day, perhaps a time of day, perhaps a zone.
struct WrittenDate: Equatable {
    struct TimeOfDay: Equatable {
        var hour: Int
        var minute: Int
        var second: Int
    }

    var date: CivilDate
    var time: TimeOfDay?
    /// Seconds east of Greenwich, where the page says so.
    var offsetSeconds: Int?
    /// Where it stands in the text it was read from, in bytes.
    var range: Range<Int>

    /// The instant, in the written zone or else at the given offset; a day without a time begins at midnight.
    func timestamp(defaultOffset: Int) -> Timestamp? {
        let time = time ?? TimeOfDay(hour: 0, minute: 0, second: 0)
        return Timestamp(
            date, hour: time.hour, minute: time.minute, second: time.second,
            offsetSeconds: offsetSeconds ?? defaultOffset)
    }
}

/// Which number comes first in dates like 03/04/2024.
enum DayOrder {
    case dayFirst, monthFirst
}

extension WrittenDate {
    /// An instant that somebody else has read already.
    init(_ time: Timestamp) {
        let second = time.secondOfDay
        self.init(
            date: time.localDate,
            time: TimeOfDay(hour: second / 3600, minute: second / 60 % 60, second: second % 60),
            offsetSeconds: time.offsetSeconds, range: 0..<0)
    }
}
