import Foundation
import Glibc
import Model

@testable import newsreel

/// A directory of a test's own, removed at the end.
final class TemporaryDirectory: Sendable {
    let path = NSTemporaryDirectory() + "newsreel-\(UInt32.random(in: 0 ..< .max))"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false) }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
    }

    /// Writes a file and gives its path.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
        return path + "/" + name
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
    }
}

/// An output into a file, which a test reads.
final class CapturedOutput: Sendable {
    private let directory: TemporaryDirectory
    private let descriptor: CInt
    let output: Output

    init() throws {
        directory = try TemporaryDirectory()
        descriptor = open(directory.path + "/out", O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        output = Output(descriptor: descriptor)
    }

    deinit { close(descriptor) }

    var text: String {
        get throws {
            try output.flush()
            return try directory.text("out")
        }
    }

    var lines: [String] {
        get throws { try text.split(separator: "\n").map(String.init) }
    }
}

extension Article {
    /// An invented article.
    static func ferry(version: Int = 1) throws -> Article {
        var content = ArticleContent()
        content.title = "Harbour ferry runs again"
        content.authors = [Author(name: "Ada Quill", role: .reporter)]
        content.published = Timestamp(rfc3339: "2026-01-31T08:00:00+08:00")
        content.blocks = [
            Block(type: .heading, level: 2, text: "Monday"), Block(type: .paragraph, text: "The ferry\u{1B} runs."),
            Block(type: .list, text: "one\ntwo"),
        ]
        guard let hash = ContentHash(bytes: [UInt8](repeating: 7, count: 32)) else { throw CommandFailure("hash") }
        return Article(
            id: "0123456789abcdef0123456789abcdef", url: "https://news.example.org/ferry",
            canonicalURL: "https://news.example.org/ferry", host: "news.example.org",
            sourceID: SourceID(rawValue: "harbour-post"), version: version, content: content, contentHash: hash,
            simhash: 1, nearDuplicateOf: nil,
            capture: CaptureReference(
                reel: "pages", offset: .zero, fetched: "2026-01-31T00:00:05Z", status: 200, charset: "utf-8"),
            extractor: "newsreel 0.1.0")
    }
}

let plain = Terminal(isInteractive: false)
