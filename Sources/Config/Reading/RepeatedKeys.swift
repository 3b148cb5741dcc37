/// Lets reading go on past a key that stands twice in one mapping, which the YAML composer refuses to go past.
///
/// The second of the two is marked in a copy of the text, at the same length, so that every other position stays true.
enum RepeatedKeys {
    /// A private-use character that takes the place of the first letter.
    private static let flag: Unicode.Scalar = "\u{E000}"

    static func isMarked(_ name: String) -> Bool { name.unicodeScalars.first == flag }

    /// Marks the next line that has the key at the same column in the same block, and gives its position; nil if
    /// there is none, as in a mapping on one line.
    static func mark(_ key: String, after first: FilePosition, in text: inout String) -> FilePosition? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for number in first.line..<max(first.line, lines.count) {
            let scalars = Array(lines[number].unicodeScalars)
            let content = scalars.prefix { $0 == " " || $0 == "-" }.count
            guard content < scalars.count, scalars[content] != "#", scalars[content] != "\r" else { continue }
            if content + 1 < first.column { return nil }
            guard content + 1 == first.column, let column = startOfKey(key, scalars, from: content) else { continue }
            var marked = scalars
            marked[column] = flag
            lines[number] = String(String.UnicodeScalarView(marked))
            text = lines.joined(separator: "\n")
            return FilePosition(line: number + 1, column: content + 1)
        }
        return nil
    }

    /// The index of the key's first letter if the key, plain or quoted, and a colon stand at `start`.
    private static func startOfKey(_ key: String, _ line: [Unicode.Scalar], from start: Int) -> Int? {
        let isQuoted = line[start] == "\"" || line[start] == "'"
        let first = isQuoted ? start + 1 : start
        let end = first + key.unicodeScalars.count
        guard first < end, end <= line.count, line[first..<end].elementsEqual(key.unicodeScalars) else { return nil }
        return line.dropFirst(isQuoted ? end + 1 : end).first { $0 != " " } == ":" ? first : nil
    }
}
