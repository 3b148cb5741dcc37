/// How long records are kept; articles are kept for ever.
package struct RetentionSettings: Sendable, Hashable {
    /// Captured pages; nil keeps them for ever.
    package var pages: Duration? = .days(30)
    /// The log of fetches; nil keeps it for ever.
    package var fetches: Duration? = .days(90)

    package init() {}
}

extension RetentionSettings: SettingsSection {
    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit("pages", &pages, .retention)
        visitor.visit("fetches", &fetches, .retention)
    }
}
