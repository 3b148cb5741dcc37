internal import Synchronization

/// One line at the bottom of the terminal that is drawn over and over; nothing where standard error is no terminal.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let text = Mutex("")

    init(terminal: Terminal = .current) { isShown = terminal.showsProgress }

    /// Shows a text in the place of the last one.
    func show(_ new: String) {
        guard isShown else { return }
        text.withLock { text in
            guard text != new else { return }
            text = new
            draw("\r\u{1B}[K" + new)
        }
    }

    /// Takes the line away while something is printed, and draws it again.
    func around(_ print: () throws -> Void) rethrows {
        guard isShown else { return try print() }
        try text.withLock { text in
            draw("\r\u{1B}[K")
            try print()
            draw(text)
        }
    }

    func clear() { show("") }

    /// `[=====>     ] 12 of 40`.
    static func bar(done: Int, total: Int, width: Int = 24, label: String? = nil) -> String {
        let filled = total > 0 ? min(width, width * done / total) : 0
        let arrow = filled < width ? ">" : ""
        let bar = String(repeating: "=", count: filled) + arrow
        return "[" + DisplayWidth.pad(bar, to: width) + "] "
            + (label ?? "\(Amount.count(done)) of \(Amount.count(total))")
    }

    private func draw(_ text: String) {
        do {
            try Output.error.write(text.utf8)
            try Output.error.flush()
        } catch {
            // Without a terminal there is nobody to show it to.
            return
        }
    }
}
