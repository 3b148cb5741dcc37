import Foundation

/// A page of the manual, by its fenced blocks.
struct ManualPage {
    /// A block: the word after the fence, a path after that where it is a file's content, and its lines.
    struct Block {
        let language: String
        let path: String?
        let lines: [String]
    }

    let name: String
    let text: String

    static let names = [
        "getting-started.md", "cookbook.md", "operating.md", "troubleshooting.md", "formats.md", "security.md",
    ]

    init(_ name: String) throws {
        self.name = name
        text = try String(contentsOfFile: ManualPage.root + "/docs/" + name, encoding: .utf8)
    }

    /// The folder of the package.
    static var root: String { #filePath.components(separatedBy: "/Tests/IntegrationTests/")[0] }

    var blocks: [Block] {
        var blocks: [Block] = []
        var open: (language: String, path: String?, lines: [String])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                if let block = open {
                    blocks.append(Block(language: block.language, path: block.path, lines: block.lines))
                    open = nil
                } else {
                    let words = line.dropFirst(3).split(separator: " ").map(String.init)
                    open = (words.first ?? "", words.dropFirst().first, [])
                }
            } else {
                open?.lines.append(line)
            }
        }
        return blocks
    }

    /// The lines of its blocks in a language.
    func lines(in language: String) -> [String] {
        blocks.filter { $0.language == language }.flatMap(\.lines).filter { !$0.isEmpty }
    }
}
