internal import Model

/// Writes sections as JSON objects.
final class JSONRenderer: SettingsVisitor {
    var writer = JSONWriter()

    func visit<Value>(_ key: String, _ value: inout Value, _ form: ValueForm<Value>) {
        let written = form.write(value)
        guard written != .omitted else { return }
        writer.key(key)
        write(written)
    }

    func visit(section key: String, _ section: inout some SettingsSection) {
        writer.key(key)
        writer.beginObject()
        section.accept(self)
        writer.endObject()
    }

    func visit(list key: String, _ sources: inout [SourceSettings]) {
        writer.key(key)
        writer.beginArray()
        for index in sources.indices {
            writer.beginObject()
            sources[index].accept(self)
            writer.endObject()
        }
        writer.endArray()
    }

    func require(_ key: String) {}
    func exclude(_ keys: [String]) {}

    private func write(_ value: WrittenValue) {
        switch value {
        case .omitted, .null: writer.null()
        case .plain(let word): writer.value(word)
        case .number(let number): writer.value(number)
        case .flag(let flag): writer.value(flag)
        case .text(let text): writer.value(text)
        case .mapping(let pairs):
            writer.beginObject()
            for pair in pairs {
                writer.key(pair.key)
                write(pair.value)
            }
            writer.endObject()
        }
    }
}
