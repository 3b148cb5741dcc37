/// What the daemon logs.
package struct LogSettings: Sendable, Hashable {
    /// The least important level that is written, by swift-log's names.
    package enum Level: String, Sendable, CaseIterable {
        case trace, debug, info, notice, warning, error, critical
    }

    package var level = Level.info

    package init() {}
}

extension LogSettings: SettingsSection {
    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit("level", &level, .word)
    }
}
