internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol
internal import Foundation
internal import Model

struct ShowCommand: AsyncParsableCommand {
    enum Part: String, EnumerableFlag {
        case text, html, raw, explain, cluster

        static func help(for value: Part) -> ArgumentHelp? {
            switch value {
            case .text: "The text alone."
            case .html: "The captured page, as UTF-8."
            case .raw: "The captured page's bytes as they came."
            case .explain: "Which rule gave each field, and what the others offered."
            case .cluster: "Who carries the same story, and who published it first."
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one article, its page, or why it was read so.",
        discussion: """
            EXAMPLES
              newsreel show https://news.example.org/2026/ferry.html
              newsreel show 4f1c22d09a6be8713c55d0e2a9b1f674 --text
              newsreel show ID --html > page.html
              newsreel show ID --explain
              newsreel show URL --cluster
            """)

    @Argument(help: ArgumentHelp("The article's id or URL.", valueName: "id-or-url"))
    var target: String

    @Flag(help: "What to show; without it, the article for reading.")
    var part: Part?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        if part == .cluster { return try await cluster() }
        let bytes = try await article()
        switch part {
        case .html, .raw: return try await page(of: Self.decode(bytes))
        case .explain: return try await explanation(of: Self.decode(bytes))
        case .text, .cluster, nil: break
        }
        if options.json { return try Output.standard.write(bytes) }
        let article = try Self.decode(bytes)
        if part == .text { return try Output.standard.line(CleanText.text(article.content.text)) }
        for line in ArticleView(article: article, terminal: .current).full { try Output.standard.line(line) }
    }

    private func article() async throws -> [UInt8] {
        target.contains("://")
            ? try await options.client.bytes(.articleByURL, query: [("url", target)])
            : try await options.client.bytes(.article, parameters: ["id": target])
    }

    private func page(of article: Article) async throws {
        let offset = ["offset": article.capture.offset.description]
        let bytes = try await options.client.bytes(.page, parameters: offset, accept: "*/*")
        try Output.standard.write(part == .html ? PageText.utf8(bytes, charset: article.capture.charset) : bytes)
    }

    private func explanation(of article: Article) async throws {
        let bytes = try await options.client.bytes(.explain, query: [("id", article.id)])
        if options.json { return try Output.standard.write(bytes) }
        let report: ExplainReport = try Answered.value(bytes)
        for line in ExplainView.lines(report, on: .current) { try Output.standard.line(line) }
    }

    private func cluster() async throws {
        let query = [(name: target.contains("://") ? "url" : "id", value: target)]
        let bytes = try await options.client.bytes(.cluster, query: query)
        if options.json { return try Output.standard.write(bytes) }
        let report: ClusterReport = try Answered.value(bytes)
        for line in ClusterView.lines(report, on: .current) { try Output.standard.line(line) }
    }

    private static func decode(_ bytes: [UInt8]) throws -> Article {
        do {
            return try JSONDecoder().decode(Article.self, from: Data(bytes))
        } catch {
            throw ControlError.protocolError("no article: \(error)")
        }
    }
}
