package import Model

/// What became of the pages since the daemon started: how many were fetched, and how many ended with each outcome.
///
/// On the wire every outcome is there, with 0 where none was seen.
package struct Funnel: Sendable, Equatable, Decodable {
    /// Attempts that ended, with whatever outcome.
    package var fetched: Int
    package var counts: [Outcome: Int]

    package init(fetched: Int, counts: [Outcome: Int]) {
        self.fetched = fetched
        self.counts = counts
    }

    /// How many ended with an outcome.
    package subscript(outcome: Outcome) -> Int { counts[outcome, default: 0] }

    /// How many ended otherwise than well.
    package var failed: Int {
        counts.reduce(0) { $1.key.endedWell ? $0 : $0 + $1.value }
    }

    package init(from decoder: any Decoder) throws {
        let numbers = try decoder.singleValueContainer().decode([String: Int].self)
        fetched = numbers["fetched", default: 0]
        counts = [:]
        for outcome in Outcome.allCases {
            if let number = numbers[outcome.rawValue], number != 0 { counts[outcome] = number }
        }
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("fetched", fetched)
        writer.member("failed", failed)
        for outcome in Outcome.allCases { writer.member(outcome.rawValue, self[outcome]) }
    }
}
