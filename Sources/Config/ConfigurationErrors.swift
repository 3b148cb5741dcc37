/// Everything that is wrong with a configuration, so that a user mends it in one go.
///
/// Never empty. The description has one problem a line, in the order of files and lines.
package struct ConfigurationErrors: Error, Sendable, Hashable, CustomStringConvertible {
    package let problems: [ConfigurationProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// One thing that is wrong with a configuration file: where it is and what was expected there.
///
/// Written as `FILE:LINE:COLUMN: key: message`, or `FILE: message` where the file as a whole is meant.
package struct ConfigurationProblem: Sendable, Hashable, CustomStringConvertible {
    /// What kind of mistake it is.
    package enum Code: String, Sendable {
        case unreadableFile, syntax, unknownKey, duplicateKey, missingKey, wrongType, badValue, conflict,
            duplicateSource
    }

    package let code: Code
    package let file: String
    /// Counted from 1; nil where the file as a whole is meant.
    package let position: FilePosition?
    /// The key's path, such as `fetch.timeout`; empty at the top.
    package let key: String
    /// What was expected, and what to do.
    package let message: String

    package var description: String {
        let place = position.map { "\(file):\($0.line):\($0.column)" } ?? file
        return key.isEmpty ? "\(place): \(message)" : "\(place): \(key): \(message)"
    }
}

/// A place in a text file: line and column, both counted from 1, the column in Unicode scalars.
package struct FilePosition: Sendable, Hashable, Comparable {
    package let line: Int
    package let column: Int

    package static func < (left: FilePosition, right: FilePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
