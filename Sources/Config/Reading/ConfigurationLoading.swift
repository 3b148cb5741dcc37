internal import Foundation
internal import Yams

extension Configuration {
    /// Reads a configuration from text; `file` is the name that problems are reported under.
    package static func parse(text: String, file: String) throws(ConfigurationErrors) -> Configuration {
        let problems = ProblemCollector(file: file)
        let configuration = read(text, as: Configuration(), problems)
        guard problems.sorted.isEmpty else { throw ConfigurationErrors(problems: problems.sorted) }
        return configuration
    }

    /// Reads a file, and every `*.yaml` of the folder `sources.d` beside it, sorted by name; these hold `sources`
    /// alone.
    ///
    /// All the problems of all the files are reported together.
    package static func load(path: String) throws(ConfigurationErrors) -> Configuration {
        var found: [ConfigurationProblem] = []
        let owners = SourceOwners()
        var configuration = readFile(path, as: Configuration(), owners, &found)
        for file in sourceFiles(beside: path, &found) {
            configuration.sources += readFile(file, as: SourceFile(), owners, &found).sources
        }
        guard found.isEmpty else { throw ConfigurationErrors(problems: found) }
        return configuration
    }

    private static func readFile<Section: SettingsSection>(
        _ path: String, as section: Section, _ owners: SourceOwners, _ found: inout [ConfigurationProblem]
    ) -> Section {
        guard let text = text(of: path, &found) else { return section }
        let problems = ProblemCollector(file: path, owners: owners)
        let result = read(text, as: section, problems)
        found += problems.sorted
        return result
    }

    private static func read<Section: SettingsSection>(
        _ text: String, as section: Section, _ problems: ProblemCollector
    ) -> Section {
        var section = section
        if let root = ConfigurationText(file: problems.file, text: text).compose(problems) {
            SectionReader(root, path: "", problems: problems)?.read(into: &section)
        }
        return section
    }

    private static func sourceFiles(beside path: String, _ found: inout [ConfigurationProblem]) -> [String] {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("sources.d").path
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted().map { folder + "/" + $0 }
        } catch {
            found.append(unreadable(folder, "the folder cannot be read: \(reason(error))"))
            return []
        }
    }

    private static func unreadable(_ path: String, _ message: String) -> ConfigurationProblem {
        ConfigurationProblem(code: .unreadableFile, file: path, position: nil, key: "", message: message)
    }

    /// Why, in few words, and what to do.
    private static func reason(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile?, .fileNoSuchFile?: "there is none; name the configuration with --config"
        case .fileReadNoPermission?:
            "no permission; give the user who runs this the right to read it (sudo chmod a+r), or use sudo"
        default: error.localizedDescription
        }
    }

    private static func text(of path: String, _ found: inout [ConfigurationProblem]) -> String? {
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            guard data.count <= 16 << 20 else {
                found.append(unreadable(path, "the file is larger than 16 MiB"))
                return nil
            }
            if let text = String(validating: data, as: UTF8.self) { return text }
            found.append(unreadable(path, "the file is not valid UTF-8; save it as UTF-8"))
        } catch {
            found.append(unreadable(path, "the file cannot be read: \(reason(error))"))
        }
        return nil
    }
}

/// A file of `sources.d`.
private struct SourceFile: SettingsSection {
    var sources: [SourceSettings] = []

    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit(list: "sources", &sources)
    }
}
