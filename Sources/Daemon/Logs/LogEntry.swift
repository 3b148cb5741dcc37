internal import Logging
internal import Model

/// One event of the log, before it is known where it goes.
struct LogEntry: Sendable, Equatable {
    let level: Logger.Level
    /// The message, safe to show.
    let words: String
    /// What is in the line after the words, sorted by name.
    let fields: [Field]
    /// What is a field of the journal alone.
    let hidden: [Field]
    let event: OperatorEvent?
    let file: String
    let function: String
    let line: UInt

    struct Field: Sendable, Equatable {
        let name: String
        let value: String
    }

    init(
        level: Logger.Level, words: String, fields: [(name: String, value: String)] = [], file: String = "",
        function: String = "", line: UInt = 0
    ) {
        self.level = level
        self.words = LogText.safe(words)
        let all = fields.sorted { $0.name < $1.name }.map { Field(name: $0.name, value: LogText.safe($0.value)) }
        event = all.first { $0.name == OperatorEvent.key }.flatMap { OperatorEvent(rawValue: $0.value) }
        self.fields = all.filter { !$0.name.hasPrefix(".") }
        hidden = all.filter { $0.name.hasPrefix(".") }.map {
            Field(name: String($0.name.dropFirst()), value: $0.value)
        }
        self.file = file
        self.function = function
        self.line = line
    }

    /// The words with the fields behind them: `ready sources=4 state=/var/lib/newsreel`.
    var text: String {
        fields.reduce(into: words) { $0 += " \($1.name)=\(LogText.quoted($1.value))" }
    }
}

/// Text of a log line.
enum LogText {
    /// The most bytes of a message or a value that are written; what is longer is cut.
    static let maximumBytes = 8192

    /// One line of bounded length. What could command a terminal or turn the writing around is `\u{FFFD}`: the words may be a page's.
    static func safe(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        var bytes = 0
        for scalar in text.unicodeScalars {
            bytes += UTF8.width(scalar)
            guard bytes <= maximumBytes else { return String(safe) + "…" }
            switch scalar.value {
            // The line feed of CR LF is no second space.
            case 0x0A where safe.last == " ": continue
            case 0x09...0x0A, 0x0D, 0x2028...0x2029: safe.append(" ")
            case 0...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069:
                safe.append("\u{FFFD}")
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }

    /// A value as it stands after its name.
    static func quoted(_ text: String) -> String {
        guard text.isEmpty || text.contains(where: { $0 == " " || $0 == "\"" || $0 == "=" }) else { return text }
        return "\"" + text.replacing("\"", with: "'") + "\""
    }
}

extension Logger.Level {
    /// syslog(3)'s numbers.
    var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    /// What a reader of the terminal is told beside the words.
    var mark: String {
        switch self {
        case .trace, .debug: "debug: "
        case .info, .notice: ""
        case .warning: "warning: "
        case .error: "error: "
        case .critical: "critical: "
        }
    }
}
