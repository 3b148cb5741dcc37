package import Model

/// The five fields of cron: minute, hour, day of the month, month, day of the week.
///
/// A field is a list of `*`, numbers, ranges and steps (`*/15`, `6-23`, `1,3-5`); months and weekdays may be named by
/// three letters; Sunday is 0 or 7. Where both day fields are restricted, a day that fits either is taken, as cron
/// does.
package struct CronExpression: Sendable, Hashable, CustomStringConvertible {
    /// The five fields as they were written.
    package let description: String
    private let minutes: CronField
    private let hours: CronField
    private let days: CronField
    private let months: CronField
    private let weekdays: CronField

    /// Reads five fields; the error says which of them is wrong, or that no day ever fits.
    package init(_ text: String) throws(CronError) {
        let fields = text.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard fields.count == 5 else { throw CronError(message: "expected five fields, found \(fields.count)") }
        minutes = try CronField(fields[0], .minute)
        hours = try CronField(fields[1], .hour)
        days = try CronField(fields[2], .day)
        months = try CronField(fields[3], .month)
        weekdays = try CronField(fields[4], .weekday)
        description = fields.joined(separator: " ")
        let day = Timestamp(secondsSinceEpoch: 946_684_800)
        guard next(after: day, in: .utc) != nil else {
            throw CronError(message: "there is no such day in any year")
        }
    }

    /// The first minute after a time that fits, on a zone's clocks; nil if there is none within nine years.
    ///
    /// A time that the clocks leave out in spring comes as much later; one that they show twice in autumn comes once.
    package func next(after time: Timestamp, in zone: Zone) -> Timestamp? {
        let local = zone.local(time)
        let today = local.localDate.daysSinceEpoch
        var minute = local.secondOfDay / 60 + 1
        // A 29th of February is at most eight years away.
        for day in today...today + 9 * 366 {
            while fits(day), let next = nextMinute(from: minute) {
                let found = zone.instant(day: day, minute: next)
                if found > time { return found }
                minute = next + 1
            }
            minute = 0
        }
        return nil
    }

    private func nextMinute(from minute: Int) -> Int? {
        guard minute < 1440 else { return nil }
        return (minute..<1440).first { hours.contains($0 / 60) && minutes.contains($0 % 60) }
    }

    private func fits(_ day: Int) -> Bool {
        let date = CivilDate(daysSinceEpoch: day)
        guard months.contains(date.month) else { return false }
        let isDay = days.contains(date.day)
        let isWeekday = weekdays.contains(date.weekday)
        return days.isRestricted && weekdays.isRestricted ? isDay || isWeekday : isDay && isWeekday
    }
}

/// What is wrong with a cron expression.
package struct CronError: Error, Sendable, CustomStringConvertible {
    package let message: String

    package var description: String { message }
}

extension ValueForm<CronExpression> {
    static var cron: ValueForm {
        let expectation = "five cron fields such as \u{201C}*/15 6-23 * * *\u{201D}"
        return ValueForm(
            expectation: expectation,
            read: { node throws(ValueProblem) in
                let text = try scalarText(node, expectation)
                do throws(CronError) {
                    return try CronExpression(text)
                } catch {
                    throw ValueProblem(message: "expected \(expectation), found \(quoted(text)): \(error)")
                }
            }, write: { .text($0.description) })
    }
}
