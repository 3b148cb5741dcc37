internal import Yams

extension ValueForm<Duration> {
    /// A span of time within bounds: `250ms`, `30s`, `15m`, `1h30m`, `2d`, `1w`.
    static func duration(_ bounds: ClosedRange<Duration> = .zero ... .weeks(5200)) -> ValueForm {
        let form = scalar("a duration such as 30s, 15m or 1h30m", write: { .plain(DurationText.write($0)) }) {
            DurationText.parse($0)
        }
        return ValueForm(
            expectation: form.expectation,
            read: { node throws(ValueProblem) in
                let value = try form.read(node)
                guard bounds.contains(value) else {
                    let (low, high) = (DurationText.write(bounds.lowerBound), DurationText.write(bounds.upperBound))
                    throw ValueProblem(
                        message: "expected a duration from \(low) to \(high), found \(DurationText.write(value))")
                }
                return value
            }, write: form.write)
    }
}

extension Duration {
    static func minutes(_ count: Int64) -> Duration { .seconds(count * 60) }
    static func hours(_ count: Int64) -> Duration { .seconds(count * 3600) }
    static func days(_ count: Int64) -> Duration { .seconds(count * 86_400) }
    static func weeks(_ count: Int64) -> Duration { .days(count * 7) }
}

/// Durations as a person writes them: whole numbers with a unit each, the larger unit first.
///
/// Units: `w`, `d`, `h`, `m`, `s`, `ms`. A bare `0` needs none.
package enum DurationText {
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// The duration; nil for anything that has not the form, or is over 10,000 years.
    package static func parse(_ text: String) -> Duration? {
        if text == "0" { return .zero }
        var rest = Substring(text)
        var total: Int64 = 0
        var last = Int64.max
        while !rest.isEmpty {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            guard (1...12).contains(digits.count), let count = Int64(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            let name = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(name.count)
            guard let unit = units.first(where: { $0.name == name }), unit.milliseconds < last else { return nil }
            last = unit.milliseconds
            let (product, overflow) = count.multipliedReportingOverflow(by: unit.milliseconds)
            guard !overflow, product <= 315_576_000_000_000 else { return nil }
            total += product
        }
        return total > 0 || !text.isEmpty ? .milliseconds(total) : nil
    }

    /// The shortest form that gives the same duration; parts of a millisecond are dropped.
    package static func write(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        var rest = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        if rest == 0 { return "0s" }
        var text = ""
        for unit in units.dropFirst() where rest >= unit.milliseconds {
            text += "\(rest / unit.milliseconds)\(unit.name)"
            rest %= unit.milliseconds
        }
        return text
    }
}
