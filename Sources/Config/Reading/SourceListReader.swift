internal import Model
internal import Yams

/// Reads a list of sources and holds their ids apart.
struct SourceListReader {
    private(set) var sources: [SourceSettings] = []
    private let problems: ProblemCollector

    init(problems: ProblemCollector) { self.problems = problems }

    mutating func read(_ node: Node, path: String) {
        var source = SourceSettings()
        guard let reader = SectionReader(node, path: path, problems: problems) else { return }
        reader.read(into: &source)
        let id = source.id.rawValue
        guard !id.isEmpty else { return }
        let position = FilePosition(node.mapping?["id"]?.mark)
        if let place = problems.owners.claim(id, file: problems.file, line: position.line) {
            problems.add(
                .duplicateSource, at: position, key: "\(path).id",
                "the id \(quoted(id)) is taken by the source \(place); give each source its own")
        }
        sources.append(source)
    }
}
