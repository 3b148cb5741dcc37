/// How long, and up to which size, records are kept; articles are kept for ever.
package struct RetentionSettings: Sendable, Hashable {
    /// Captured pages.
    package var pages = RetentionRule(age: .days(30))
    /// The log of fetches.
    package var fetches = RetentionRule(age: .days(90))

    package init() {}
}

extension RetentionSettings: SettingsSection {
    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit("pages", &pages, .retention)
        visitor.visit("fetches", &fetches, .retention)
    }
}
