internal import Foundation
internal import Model

/// The file in which the site's first start is kept.
struct BeginningFile {
    let path: String

    /// The time in the file; where there is none yet, `time` is written to it.
    func read(or time: Timestamp) throws -> Timestamp {
        if FileManager.default.fileExists(atPath: path) {
            let text = try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
            if let kept = Timestamp(rfc3339: text) { return kept }
        }
        try (time.rfc3339 + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return time
    }
}
