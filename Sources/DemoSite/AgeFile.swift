internal import Foundation

/// A file that holds the site's age, for whoever wants to move its time by hand.
struct AgeFile {
    let path: String

    /// The seconds in the file; 0 where there is no number.
    var age: Duration {
        do {
            let text = try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
            return .seconds(Int64(text) ?? 0)
        } catch {
            return .zero
        }
    }
}
