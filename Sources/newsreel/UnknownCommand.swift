internal import ArgumentParser

/// A command that there is not, and the one that may be meant.
struct UnknownCommand: Error, CustomStringConvertible {
    let description: String

    /// nil where the arguments name a command, or none.
    init?(_ arguments: [String], root: any ParsableCommand.Type) {
        var command = root
        var path = ["newsreel"]
        var rest = arguments[...]
        while let word = rest.first {
            if let length = ArgumentOrder.lengthOfGlobalOption(word) {
                rest = rest.dropFirst(length)
                continue
            }
            rest = rest.dropFirst()
            let children = command.configuration.subcommands
            guard !children.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
            let names = children.flatMap {
                [$0.configuration.commandName].compactMap(\.self) + $0.configuration.aliases
            }
            guard names.contains(word) else {
                let near = names.min { UnknownCommand.distance($0, word) < UnknownCommand.distance($1, word) }
                let isNear = near.map { UnknownCommand.distance($0, word) <= max(1, word.count / 3) } ?? false
                let called = path.joined(separator: " ")
                let advice = near.flatMap { isNear ? "did you mean \(called) \($0)?" : nil }
                description =
                    "there is no command \(called) \(word); " + (advice ?? "\(called) --help shows those there are")
                return
            }
            guard let next = children.first(where: { $0.configuration.commandName == word }) else { return nil }
            command = next
            path.append(word)
        }
        return nil
    }

    /// How many letters have to be changed, added, left out or swapped with the next one.
    static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one.utf8.prefix(40)), Array(other.utf8.prefix(40)))
        var before: [Int] = []
        var last = Array(0...other.count)
        for row in one.indices {
            var next = [row + 1]
            for column in other.indices {
                let changed = last[column] + (one[row] == other[column] ? 0 : 1)
                var least = min(changed, last[column + 1] + 1, next[column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            (before, last) = (last, next)
        }
        return last[other.count]
    }
}
