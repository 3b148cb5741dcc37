// Each section lists its keys once, in `accept`; the reader and the renderers are visitors of that list, so that no
// key is read and not shown, or shown and not read.

/// A section of the configuration: its keys, their forms and the values they are kept in.
protocol SettingsSection {
    mutating func accept(_ visitor: some SettingsVisitor)
}

/// What goes through the keys of a section: a reader that fills in values, or a renderer that writes them.
protocol SettingsVisitor: AnyObject {
    func visit<Value>(_ key: String, _ value: inout Value, _ form: ValueForm<Value>)
    func visit(section key: String, _ section: inout some SettingsSection)
    func visit(list key: String, _ sources: inout [SourceSettings])
    /// The key must be there.
    func require(_ key: String)
    /// At most one of the keys may be there.
    func exclude(_ keys: [String])
}
