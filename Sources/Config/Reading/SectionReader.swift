internal import Yams

/// Reads one mapping of a configuration into a section, and reports what is wrong with it.
///
/// A value that cannot be read leaves the default in place; the problem is collected, and reading goes on.
final class SectionReader: SettingsVisitor {
    private struct Entry {
        let position: FilePosition
        let value: Node
    }

    private let path: String
    private let position: FilePosition
    private let problems: ProblemCollector
    private var entries: [String: Entry] = [:]
    private var known: [String] = []

    /// Takes a mapping; reports anything else and gives nil. Nothing at all counts as an empty mapping.
    init?(_ node: Node, path: String, problems: ProblemCollector) {
        self.path = path
        self.problems = problems
        position = FilePosition(node.mark)
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping { add(key, value) }
        case .scalar(let scalar) where scalar.string.isEmpty || scalar.string == "null":
            break
        default:
            problems.add(.wrongType, at: position, key: path, "expected a mapping of keys to values")
            return nil
        }
    }

    /// Fills a section, then reports the keys it does not know.
    func read(into section: inout some SettingsSection) {
        section.accept(self)
        for (name, entry) in entries where !known.contains(name) && !RepeatedKeys.isMarked(name) {
            let hint = NearestName.of(name, among: known).map { "; did you mean \($0)?" } ?? ""
            let names = known.joined(separator: ", ")
            problems.add(
                .unknownKey, at: entry.position, key: key(name),
                hint.isEmpty ? "unknown key; expected one of \(names)" : "unknown key\(hint)")
        }
    }

    func visit<Value>(_ name: String, _ value: inout Value, _ form: ValueForm<Value>) {
        known.append(name)
        guard let entry = entries[name] else { return }
        do throws(ValueProblem) {
            value = try form.read(entry.value)
        } catch {
            let position = error.position ?? entry.value.mark.map { FilePosition($0) } ?? entry.position
            problems.add(error.code, at: position, key: key(name), error.message)
        }
    }

    func visit(section name: String, _ section: inout some SettingsSection) {
        known.append(name)
        guard let entry = entries[name] else { return }
        SectionReader(entry.value, path: key(name), problems: problems)?.read(into: &section)
    }

    func visit(list name: String, _ sources: inout [SourceSettings]) {
        known.append(name)
        guard let entry = entries[name] else { return }
        switch entry.value {
        case .sequence(let items):
            var list = SourceListReader(problems: problems)
            for (index, item) in items.enumerated() { list.read(item, path: "\(key(name))[\(index)]") }
            sources = list.sources
        case .scalar(let scalar) where scalar.string.isEmpty || scalar.string == "null":
            break
        default:
            problems.add(.wrongType, at: FilePosition(entry.value.mark), key: key(name), "expected a list of sources")
        }
    }

    func require(_ name: String) {
        guard entries[name] == nil else { return }
        problems.add(.missingKey, at: position, key: path, "the key \(name) is missing")
    }

    func exclude(_ names: [String]) {
        let found = names.compactMap { name in entries[name].map { (name, $0) } }
        guard found.count > 1, let last = found.max(by: { $0.1.position < $1.1.position }) else { return }
        problems.add(
            .conflict, at: last.1.position, key: key(last.0), "expected only one of \(names.joined(separator: ", "))")
    }

    private func add(_ key: Node, _ value: Node) {
        guard let name = key.scalar?.string else {
            return problems.add(.wrongType, at: FilePosition(key.mark), key: path, "expected a name as key")
        }
        entries[name] = Entry(position: FilePosition(key.mark), value: value)
    }

    private func key(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
