internal import Yams

/// When a source is looked at again.
package enum SourceSchedule: Sendable, Hashable {
    /// At a fixed interval.
    case every(Duration)
    /// At the minutes of a cron expression, in the source's zone.
    case cron(CronExpression)
    /// At intervals that follow how often the source changes, within bounds.
    case adaptive(AdaptiveInterval)

    /// The interval of a source that says nothing.
    package static let defaultInterval = Duration.seconds(900)

    /// Takes the three keys, of which at most one should be there.
    init(every: Duration?, cron: CronExpression?, adaptive: AdaptiveInterval?) {
        if let cron {
            self = .cron(cron)
        } else if let adaptive {
            self = .adaptive(adaptive)
        } else {
            self = .every(every ?? SourceSchedule.defaultInterval)
        }
    }

    /// The schedule as the three keys, one of them set.
    var keys: (every: Duration?, cron: CronExpression?, adaptive: AdaptiveInterval?) {
        switch self {
        case .every(let interval): (interval, nil, nil)
        case .cron(let expression): (nil, expression, nil)
        case .adaptive(let interval): (nil, nil, interval)
        }
    }
}

/// The bounds of an adaptive schedule; `minimum` is not above `maximum`.
package struct AdaptiveInterval: Sendable, Hashable {
    package var minimum = Duration.seconds(300)
    package var maximum = Duration.seconds(86_400)

    package init() {}
}

extension AdaptiveInterval: SettingsSection {
    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit("minimum", &minimum, .duration(.seconds(1) ... .days(365)))
        visitor.visit("maximum", &maximum, .duration(.seconds(1) ... .days(365)))
    }
}

extension ValueForm<AdaptiveInterval> {
    /// `{minimum: 5m, maximum: 1d}`; either may be left out.
    static var adaptive: ValueForm {
        let expectation = "bounds such as {minimum: 5m, maximum: 1d}"
        return ValueForm(
            expectation: expectation,
            read: { node throws(ValueProblem) in
                let problems = ProblemCollector(file: "")
                var interval = AdaptiveInterval()
                guard case .mapping = node else {
                    throw ValueProblem(code: .wrongType, message: "expected \(expectation)")
                }
                SectionReader(node, path: "", problems: problems)?.read(into: &interval)
                if let first = problems.sorted.first {
                    throw ValueProblem(
                        code: first.code, message: "\(first.key): \(first.message)", position: first.position)
                }
                guard interval.minimum <= interval.maximum else {
                    throw ValueProblem(message: "expected a minimum that is not above the maximum")
                }
                return interval
            },
            write: {
                .mapping([
                    ("minimum", .plain(DurationText.write($0.minimum))),
                    ("maximum", .plain(DurationText.write($0.maximum))),
                ])
            })
    }
}
