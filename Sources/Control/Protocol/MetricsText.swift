/// Figures in Prometheus' text form (exposition format 0.0.4), family after family.
package struct MetricsText: Sendable {
    package enum Kind: String, Sendable {
        /// Only grows while the daemon runs.
        case counter
        case gauge
        /// Lines of `_bucket`, `_sum` and `_count`.
        case histogram
    }

    /// The media type of the form.
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// A family of one figure.
    package mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        begin(name, kind, help)
        line(name, [], value)
    }

    /// A family of a figure for each value of a label.
    package mutating func add(
        _ name: String, _ kind: Kind, _ help: String, by label: String, _ values: [(label: String, value: Double)]
    ) {
        begin(name, kind, help)
        for value in values { line(name, [(label, value.label)], value.value) }
    }

    /// A family of one figure, always 1, that has facts as labels.
    package mutating func add(_ name: String, _ help: String, facts: [(name: String, value: String)]) {
        begin(name, .gauge, help)
        line(name, facts, 1)
    }

    /// Begins a family: its lines follow.
    package mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
        bytes += "# HELP \(name) \(MetricsText.escape(help, quote: false))\n# TYPE \(name) \(kind.rawValue)\n".utf8
    }

    /// One figure of the family that was begun.
    package mutating func line(_ name: String, _ labels: [(name: String, value: String)], _ value: Double) {
        bytes += name.utf8
        if !labels.isEmpty {
            let parts = labels.map { "\($0.name)=\"\(MetricsText.escape($0.value, quote: true))\"" }
            bytes += "{\(parts.joined(separator: ","))}".utf8
        }
        bytes += " \(MetricsText.number(value))\n".utf8
    }

    /// Backslash and line feed, and in a label's value the quote, are written with a backslash.
    private static func escape(_ text: String, quote: Bool) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): out += #"\\"#.utf8
            case UInt8(ascii: "\n"): out += #"\n"#.utf8
            case UInt8(ascii: "\"") where quote: out += #"\""#.utf8
            default: out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// A number as the form has it: without a fraction where it has none.
    package static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map { String($0) } ?? String(value)
    }
}
