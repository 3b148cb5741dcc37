internal import Yams

/// The text of one configuration file on its way to a tree of nodes.
struct ConfigurationText {
    let file: String
    let text: String

    /// The root; nil for an empty file, or if the syntax does not hold, which is then collected.
    func compose(_ problems: ProblemCollector) -> Node? {
        var text = text
        // Each round marks one repeated key; more than a hundred are one mistake.
        for _ in 0..<100 {
            do {
                return try Yams.compose(yaml: text)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                guard report(keys, at: FilePosition(context.mark), &text, problems) else { return nil }
            } catch let error as YamlError {
                report(error, problems)
                return nil
            } catch {
                problems.add(.syntax, at: nil, "expected YAML: \(error)")
                return nil
            }
        }
        return nil
    }

    private func report(
        _ keys: [String], at first: FilePosition, _ text: inout String, _ problems: ProblemCollector
    ) -> Bool {
        let key = keys.first ?? ""
        let second = RepeatedKeys.mark(key, after: first, in: &text)
        problems.add(
            .duplicateKey, at: second ?? first, key: key,
            second == nil
                ? "the key is there twice in one mapping; keep one"
                : "the key is there already, on line \(first.line); keep one")
        return second != nil
    }

    private func report(_ error: YamlError, _ problems: ProblemCollector) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let origin = context.map { " \($0.text) that begins on line \($0.mark.line)" } ?? ""
            problems.add(.syntax, at: FilePosition(mark), "the syntax of YAML does not hold: \(problem)\(origin)")
        case .reader(let problem, _, _, _):
            problems.add(.syntax, at: nil, "the text cannot be read as YAML: \(problem)")
        default:
            problems.add(.syntax, at: nil, "the text cannot be read as YAML: \(error)")
        }
    }
}
