import Testing

@testable import Config

/// A section made for these tests.
private struct Sample: SettingsSection, Equatable {
    var count = 1
    var note: String?
    var inner = ControlSettings()

    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit("count", &count, .integer(0...9))
        visitor.require("count")
        visitor.visit("note", &note, .optional(.text))
        visitor.visit(section: "inner", &inner)
        visitor.exclude(["note", "inner"])
    }
}

@Suite struct SectionReaderTests {
    private func read(_ text: String) throws -> (Sample, [ConfigurationProblem]) {
        let problems = ProblemCollector(file: "s.yaml")
        var sample = Sample()
        let node = try #require(ConfigurationText(file: "s.yaml", text: text).compose(problems))
        SectionReader(node, path: "sample", problems: problems)?.read(into: &sample)
        return (sample, problems.sorted)
    }

    @Test func aValueThatCannotBeReadLeavesTheDefault() throws {
        let (sample, problems) = try read("count: 10\nnote: ok\n")
        #expect(sample.count == 1)
        #expect(sample.note == "ok")
        #expect(problems.map(\.code) == [.badValue])
        #expect(problems.first?.key == "sample.count")
    }

    @Test(arguments: ["note:", "note: null", "note: ~"])
    func anOptionalKeyMayBeEmpty(line: String) throws {
        let (sample, problems) = try read("count: 2\n\(line)\n")
        #expect(sample.note == nil)
        #expect(problems.isEmpty)
    }

    @Test func aQuotedNullIsAText() throws {
        #expect(try read("count: 2\nnote: \"null\"\n").0.note == "null")
    }

    @Test func problemsComeInTheOrderOfTheLines() throws {
        let (_, problems) = try read("inner: {sockt: /a, group: \"\"}\nnote: 1\nzzzzzzzz: 1\n")
        #expect(problems.map(\.code) == [.missingKey, .unknownKey, .badValue, .conflict, .unknownKey])
        #expect(problems.compactMap(\.position) == problems.compactMap(\.position).sorted())
        #expect(problems[1].key == "sample.inner.sockt")
        #expect(problems[1].message == "unknown key; did you mean socket?")
    }

    @Test func anAnchorIsReadWhereItIsUsed() throws {
        let (sample, problems) = try read("count: &n 3\nnote: *n\n")
        #expect(sample.count == 3)
        #expect(sample.note == "3")
        #expect(problems.isEmpty)
    }

    @Test func anIDBelongsToTheFirstThatClaimsIt() {
        let owners = SourceOwners()
        #expect(owners.claim("a", file: "x", line: 3) == nil)
        #expect(owners.claim("a", file: "x", line: 9) == "on line 3")
        #expect(owners.claim("a", file: "y", line: 1) == "in x, line 3")
        #expect(owners.claim("b", file: "y", line: 1) == nil)
    }
}
