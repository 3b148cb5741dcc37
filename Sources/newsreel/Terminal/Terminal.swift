internal import Foundation
internal import Glibc

/// What the process' streams are, and how wide.
struct Terminal: Sendable {
    /// Whether standard output is a terminal.
    let isInteractive: Bool
    /// Whether a progress line may be drawn on standard error.
    let showsProgress: Bool
    let hasColour: Bool
    /// Columns; where the output is no terminal, lines are never cut.
    let width: Int?

    static let current = Terminal(environment: ProcessInfo.processInfo.environment)

    init(isInteractive: Bool, showsProgress: Bool = false, hasColour: Bool = false, width: Int? = nil) {
        self.isInteractive = isInteractive
        self.showsProgress = showsProgress
        self.hasColour = hasColour
        self.width = width
    }

    private init(environment: [String: String]) {
        let isDumb = environment["TERM"] == "dumb"
        isInteractive = isatty(STDOUT_FILENO) == 1
        showsProgress = isatty(STDERR_FILENO) == 1 && !isDumb
        hasColour = isInteractive && !isDumb && (environment["NO_COLOR"] ?? "").isEmpty
        width = isInteractive ? Terminal.columns(environment) : nil
    }

    private static func columns(_ environment: [String: String]) -> Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return environment["COLUMNS"].flatMap { Int($0) } ?? 80
    }
}

/// Colours by what they mean; on anything but a terminal they are nothing.
enum Style: String, Sendable {
    case good = "32"
    case bad = "31"
    case warning = "33"
    case faint = "2"
    case strong = "1"

    /// The text in the style, where the terminal has colours.
    func apply(_ text: String, on terminal: Terminal) -> String {
        terminal.hasColour && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
}
