/// Numbers as a person reads them.
enum Amount {
    /// `1.2 GB`; powers of 1000, two digits where they say something.
    static func bytes(_ count: UInt64) -> String {
        var value = Double(count)
        var unit = 0
        while value >= 999.5, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        if unit == 0 { return "\(count) B" }
        let tenths = (value * 10).rounded() / 10
        return (value < 9.95 ? "\(tenths)" : "\(Int(value.rounded()))") + " " + units[unit]
    }

    /// `12,345`.
    static func count(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(abs(number)).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + String(text.reversed())
    }

    /// `3 d 4 h`, `2 h 5 min`, `5 min`, `12 s`: the two largest units, the smaller one where it is not zero.
    static func span(seconds: Int) -> String {
        let parts = [
            (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
        ]
        guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "0 s" }
        let shown = parts[first..<min(first + (first == 2 ? 1 : 2), parts.count)].filter { $0.0 > 0 }
        return shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }

    /// `1 page`, `2 pages`.
    static func plural(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count(number)) \(number == 1 ? one : many ?? one + "s")"
    }

    private static let units = ["B", "kB", "MB", "GB", "TB", "PB"]
}
