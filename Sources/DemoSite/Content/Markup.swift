internal import Model

/// Text inside HTML and XML.
func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
        switch character {
        case "&": out += "&amp;"
        case "<": out += "&lt;"
        case ">": out += "&gt;"
        case "\"": out += "&quot;"
        default: out.append(character)
        }
    }
    return out
}

extension Timestamp {
    private var parts: (date: CivilDate, hour: Int, minute: Int, second: Int) {
        (localDate, secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// As HTTP and RSS write it: `Tue, 24 Nov 2026 08:00:00 GMT`.
    var httpDate: String {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (date, hour, minute, second) = at(offsetSeconds: 0).parts
        let clock = [hour, minute, second].map(Self.two).joined(separator: ":")
        return "\(days[date.weekday]), \(Self.two(date.day)) \(months[date.month - 1]) \(date.year) \(clock) GMT"
    }

    /// `2026-11-24 16:00:00`, without a zone, as Chinese pages have it.
    var chineseForm: String {
        let (date, hour, minute, second) = parts
        return "\(date.year)-\(Self.two(date.month))-\(Self.two(date.day)) "
            + [hour, minute, second].map(Self.two).joined(separator: ":")
    }

    /// `2026-11/24`, as Chinese portals put the day into a path.
    var pathForm: String { "\(localDate.year)-\(Self.two(localDate.month))/\(Self.two(localDate.day))" }

    /// `24 November 2026`.
    var englishForm: String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return "\(localDate.day) \(months[localDate.month - 1]) \(localDate.year)"
    }
}
