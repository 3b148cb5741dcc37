internal import Yams

/// Gathers the problems of one file while its sections are read.
final class ProblemCollector {
    let file: String
    let owners: SourceOwners
    private var problems: [ConfigurationProblem] = []

    init(file: String, owners: SourceOwners = SourceOwners()) {
        self.file = file
        self.owners = owners
    }

    /// In the order of the lines.
    var sorted: [ConfigurationProblem] {
        problems.enumerated().sorted { left, right in
            let (first, second) = (left.element.position, right.element.position)
            guard let first, let second, first != second else { return left.offset < right.offset }
            return first < second
        }.map(\.element)
    }

    func add(_ code: ConfigurationProblem.Code, at position: FilePosition?, key: String = "", _ message: String) {
        problems.append(
            ConfigurationProblem(code: code, file: file, position: position, key: key, message: message))
    }
}

extension FilePosition {
    init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}

/// Which file and line each source's id was first read from, over all the files of a configuration.
final class SourceOwners {
    private var places: [String: (file: String, line: Int)] = [:]

    /// Takes an id; where it is taken already, the words for the place that has it.
    func claim(_ id: String, file: String, line: Int) -> String? {
        guard let place = places[id] else {
            places[id] = (file, line)
            return nil
        }
        return place.file == file ? "on line \(place.line)" : "in \(place.file), line \(place.line)"
    }
}
