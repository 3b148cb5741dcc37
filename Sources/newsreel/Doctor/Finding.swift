internal import ControlProtocol
internal import Model

/// What one look at the installation gave.
struct Finding: Equatable {
    enum Verdict: String, Equatable {
        case good
        /// It works, and may not for long.
        case warning
        case bad
        /// It could not be looked at; the detail says why.
        case unknown
    }

    let check: String
    let verdict: Verdict
    let detail: String
    /// What to do, as a command where there is one.
    var remedy: String?

    /// One line, and a second one with the remedy.
    func lines(on terminal: Terminal) -> [String] {
        let style: Style =
            switch verdict {
            case .good: .good
            case .warning: .warning
            case .bad: .bad
            case .unknown: .faint
            }
        let mark = verdict.rawValue.padded(to: 7)
        let first = "\(style.apply(mark, on: terminal))  \(check.padded(to: 13))  \(CleanText.line(detail))"
        return [first] + (remedy.map { [String(repeating: " ", count: 24) + "→ " + $0] } ?? [])
    }

    /// A line of JSON.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("schema", ControlSchema.version)
        writer.member("check", check)
        writer.member("verdict", verdict.rawValue)
        writer.member("detail", detail)
        writer.member("remedy", remedy)
        writer.endObject()
        writer.endLine()
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
