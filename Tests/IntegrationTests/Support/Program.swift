import Foundation

/// The built programs, which lie beside the test bundle.
enum Program: String {
    case newsreeld, newsreel
    case demoSite = "DemoSite"

    var path: String { "\(Program.folder)/\(rawValue)" }

    private static let folder: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let folders = [own, bundle ?? "", CommandLine.arguments[0]].map { ($0 as NSString).deletingLastPathComponent }
        return folders.first { FileManager.default.isExecutableFile(atPath: "\($0)/newsreeld") } ?? folders[0]
    }()
}

/// How a program ended.
struct Finished: Sendable, CustomStringConvertible {
    /// The exit status; a signal that ended it as its negative number.
    let status: Int32
    let output: [String]
    let errors: [String]

    var description: String { "exit \(status)\n\(output.joined(separator: "\n"))\n\(errors.joined(separator: "\n"))" }
}
