/// One field of a cron expression as a set of numbers.
struct CronField: Sendable, Hashable {
    /// Which field it is: its bounds, and names for its numbers.
    enum Kind: String {
        case minute, hour
        case day = "day of the month"
        case month
        case weekday = "day of the week"

        var bounds: ClosedRange<Int> {
            switch self {
            case .minute: 0...59
            case .hour: 0...23
            case .day: 1...31
            case .month: 1...12
            case .weekday: 0...7
            }
        }

        /// The number of a name of three letters.
        func number(named name: String) -> Int? {
            switch self {
            case .month:
                ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].firstIndex(
                    of: name
                )
                .map { $0 + 1 }
            case .weekday: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].firstIndex(of: name)
            default: nil
            }
        }
    }

    /// Whether the field is anything but a `*`, with or without a step.
    let isRestricted: Bool
    /// Bit n stands for the number n.
    private var numbers: UInt64 = 0

    init(_ text: Substring, _ kind: Kind) throws(CronError) {
        isRestricted = !text.hasPrefix("*")
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            try add(item, kind)
        }
        // Sunday has two numbers.
        if kind == .weekday, contains(7) { numbers |= 1 }
    }

    func contains(_ number: Int) -> Bool { numbers & (1 << UInt64(number)) != 0 }

    private mutating func add(_ item: Substring, _ kind: Kind) throws(CronError) {
        let parts = item.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let span = parts.first.flatMap { CronField.range($0, kind, hasStep: parts.count == 2) }
        let step = parts.count == 2 ? Int(parts[1]) : 1
        guard let span, let step, step >= 1, step <= 59 else {
            let bounds = "\(kind.bounds.lowerBound) to \(kind.bounds.upperBound)"
            throw CronError(message: "the \(kind.rawValue) “\(item)” is not within \(bounds)")
        }
        for number in stride(from: span.lowerBound, through: span.upperBound, by: step) {
            numbers |= 1 << UInt64(number)
        }
    }

    private static func range(_ text: Substring, _ kind: Kind, hasStep: Bool) -> ClosedRange<Int>? {
        if text == "*" { return kind.bounds }
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = ends.first.flatMap({ number($0, kind) }) else { return nil }
        guard ends.count == 2 else { return first...(hasStep ? kind.bounds.upperBound : first) }
        guard let last = number(ends[1], kind), first <= last else { return nil }
        return first...last
    }

    private static func number(_ text: Substring, _ kind: Kind) -> Int? {
        if let number = kind.number(named: text.lowercased()) { return number }
        guard !text.isEmpty, text.utf8.count <= 2, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text), kind.bounds.contains(number)
        else { return nil }
        return number
    }
}
