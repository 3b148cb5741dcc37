import Foundation
import Model
import Testing

@testable import Config

@Suite final class ConfigurationFilesTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("config-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("sources.d"), withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    private func load() throws(ConfigurationErrors) -> Configuration {
        try Configuration.load(path: folder.appendingPathComponent("newsreel.yaml").path)
    }

    private func source(_ id: String) -> String { "{id: \(id), url: \"https://\(id).example/\"}" }

    @Test func theSourcesOfTheFolderAreReadInOrder() throws {
        try write("sources: [\(source("a"))]", "newsreel.yaml")
        try write("sources: [\(source("c"))]", "sources.d/2.yaml")
        try write("sources: [\(source("b"))]", "sources.d/1.yaml")
        try write("sources: [\(source("x"))]", "sources.d/3.yaml.example")
        #expect(try load().sources.map(\.id.rawValue) == ["a", "b", "c"])
    }

    @Test func theProblemsOfAllFilesAreReported() throws {
        try write("fetch: {timeout: x}\nsources: [\(source("a"))]", "newsreel.yaml")
        try write("sources: [\(source("a"))]", "sources.d/1.yaml")
        try write("fetch: {timeout: 1s}", "sources.d/2.yaml")
        let error = try #require(throws: ConfigurationErrors.self) { try load() }
        #expect(error.problems.map(\.code) == [.badValue, .duplicateSource, .unknownKey])
        #expect(error.problems[1].message.contains("newsreel.yaml, line 2"))
        #expect(error.problems[1].description.contains("sources.d/1.yaml:1:16: sources[0].id: "))
        #expect(error.description.split(separator: "\n").count == 3)
    }

    @Test func aFileThatIsNotThereIsOneProblem() throws {
        let error = try #require(throws: ConfigurationErrors.self) { try load() }
        #expect(error.problems.map(\.code) == [.unreadableFile])
        #expect(
            error.description.contains("newsreel.yaml: the file cannot be read: there is none; name the configuration"))
    }

    @Test func aFileInAnotherCharsetIsRefused() throws {
        try Data([0x73, 0x3A, 0x20, 0xD6, 0xD0, 0x0A]).write(to: folder.appendingPathComponent("newsreel.yaml"))
        let error = try #require(throws: ConfigurationErrors.self) { try load() }
        #expect(error.description.contains("not valid UTF-8"))
    }

    @Test func theInstalledFileShowsEveryDefault() throws {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appendingPathComponent("etc/newsreel/newsreel.yaml")
        let installed = try String(contentsOf: path, encoding: .utf8)
        #expect(try Configuration.parse(text: installed, file: path.path) == Configuration())
        let keys = Configuration().render().split(separator: "\n").compactMap { $0.split(separator: ":").first }
        let text = try String(contentsOf: path, encoding: .utf8)
        for key in keys { #expect(text.contains("\n\(key):"), "\(key)") }
        let example = root.appendingPathComponent("etc/newsreel/sources.d/example.yaml.example")
        let sources = try Configuration.parse(text: String(contentsOf: example, encoding: .utf8), file: "example")
            .sources
        #expect(sources.count == 3)
    }
}
