internal import Model

/// Writes sections as YAML in block style.
final class YAMLRenderer: SettingsVisitor {
    private(set) var text = ""
    private var indent = ""
    /// What stands before the next key of a list's item.
    private var bullet: String?

    func visit<Value>(_ key: String, _ value: inout Value, _ form: ValueForm<Value>) {
        let written = form.write(value)
        if written != .omitted { line("\(key): \(YAMLRenderer.flow(written))") }
    }

    func visit(section key: String, _ section: inout some SettingsSection) {
        line("\(key):")
        indent += "  "
        section.accept(self)
        indent.removeLast(2)
    }

    func visit(list key: String, _ sources: inout [SourceSettings]) {
        line(sources.isEmpty ? "\(key): []" : "\(key):")
        indent += "    "
        for index in sources.indices {
            bullet = "  - "
            sources[index].accept(self)
        }
        indent.removeLast(4)
    }

    func require(_ key: String) {}
    func exclude(_ keys: [String]) {}

    private func line(_ content: String) {
        text += (bullet ?? indent) + content + "\n"
        bullet = nil
    }

    /// A value on one line.
    static func flow(_ value: WrittenValue) -> String {
        switch value {
        case .omitted, .null: return "null"
        case .plain(let word): return word
        case .number(let number): return String(number)
        case .flag(let flag): return flag ? "true" : "false"
        case .text(let text): return quote(text)
        case .mapping(let pairs):
            return "{" + pairs.map { "\(quote($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    /// Double-quoted as in JSON, which YAML reads alike; single-quoted where that spares backslashes.
    private static func quote(_ text: String) -> String {
        if text.contains("\\"), text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) {
            return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        }
        var writer = JSONWriter()
        writer.value(text)
        return writer.string
    }
}
