/// Sources as text: what of a source differs from the defaults.
package enum SourceText {
    /// The keys of a source that differ from the defaults, with their values as YAML has them on one line; `id` and `url` always.
    package static func written(_ source: SourceSettings) -> [(name: String, value: String)] {
        var (source, plain) = (source, SourceSettings())
        let (own, defaults) = (KeyCollector(), KeyCollector())
        source.accept(own)
        plain.accept(defaults)
        return own.keys.filter { key in !defaults.keys.contains { $0 == key } }
    }

    /// A file for `sources.d` with these sources.
    package static func file(_ sources: [SourceSettings]) -> String {
        sources.isEmpty ? "sources: []\n" : file(sources.map(written))
    }

    /// The same of keys and values as YAML has them.
    package static func file(_ sources: [[(name: String, value: String)]]) -> String {
        sources.reduce(into: "sources:\n") { text, keys in
            for (index, key) in keys.enumerated() {
                text += "\(index == 0 ? "  - " : "    ")\(key.name): \(key.value)\n"
            }
        }
    }

    /// A text as YAML has it in quotes.
    package static func quoted(_ text: String) -> String { YAMLRenderer.flow(.text(text)) }

    /// All keys that a source may have.
    package static var names: [String] {
        var plain = SourceSettings()
        let collector = KeyCollector()
        plain.accept(collector)
        return collector.keys.map(\.name) + ["cron", "adaptive"]
    }
}

/// Collects the keys of a section, each with its value as YAML has it; those that are not shown are left out.
private final class KeyCollector: SettingsVisitor {
    private(set) var keys: [(name: String, value: String)] = []

    func visit<Value>(_ key: String, _ value: inout Value, _ form: ValueForm<Value>) {
        let written = form.write(value)
        if case .omitted = written { return }
        keys.append((key, YAMLRenderer.flow(written)))
    }

    func visit(section key: String, _ section: inout some SettingsSection) { section.accept(self) }
    func visit(list key: String, _ sources: inout [SourceSettings]) {}
    func require(_ key: String) {}
    func exclude(_ keys: [String]) {}
}
