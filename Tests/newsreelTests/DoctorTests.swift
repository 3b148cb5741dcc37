import Foundation
import Testing

@testable import newsreel

@Suite struct DoctorTests {
    @Test func aUnitThatIsNotInstalledIsBad() {
        let finding = UnitChecks.unit("newsreeld.service", load: "not-found", active: "inactive", enabled: "")
        #expect(finding.verdict == .bad)
        #expect(finding.detail.contains("not-found"))
    }

    @Test func aUnitThatStoppedIsBadAndNamesTheCommands() {
        let finding = UnitChecks.unit("newsreeld.service", load: "loaded", active: "failed", enabled: "enabled")
        #expect(finding.verdict == .bad)
        #expect(finding.remedy?.contains("systemctl start newsreeld.service") == true)
        #expect(finding.remedy?.contains("journalctl -u newsreeld.service") == true)
    }

    @Test func aUnitThatIsNotStartedAtBootIsAWarning() {
        #expect(UnitChecks.unit("a", load: "loaded", active: "active", enabled: "disabled").verdict == .warning)
        #expect(UnitChecks.unit("a", load: "loaded", active: "active", enabled: "enabled").verdict == .good)
    }

    @Test func aConfigurationThatIsWrongIsBadAndNamesItsFirstError() {
        let words = ["n.yaml:2:3: fetch.timout: unknown key; did you mean timeout?", "n.yaml:9:1: more"]
        let bad = UnitChecks.configuration("n.yaml", words: words, isRight: false)
        #expect(bad.verdict == .bad && bad.detail.hasPrefix(words[0]) && bad.detail.hasSuffix("(and 1 more)"))
        #expect(bad.remedy?.contains("newsreeld validate --config n.yaml") == true)
        let good = UnitChecks.configuration("n.yaml", words: ["n.yaml: right, 2 sources"], isRight: true)
        #expect(good == Finding(check: "configuration", verdict: .good, detail: "n.yaml: right, 2 sources"))
        #expect(UnitChecks.configuration("n.yaml", words: nil, isRight: false).verdict == .unknown)
    }

    @Test func aSocketThatIsMissingOrIsAFileIsBad() throws {
        try inFolder { folder in
            #expect(MachineChecks.socket(folder + "/none.sock").remedy?.contains("newsreeld.socket") == true)
            try Data().write(to: URL(fileURLWithPath: folder + "/file"))
            #expect(MachineChecks.socket(folder + "/file").detail.contains("is no socket"))
        }
    }

    @Test func aStateThatIsMissingOrOpenToAllIsBad() throws {
        try inFolder { folder in
            #expect(MachineChecks.state(folder + "/none").verdict == .bad)
            try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: folder)
            #expect(
                MachineChecks.state(folder) == Finding(check: "state", verdict: .good, detail: "\(folder) has mode 750")
            )
            try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder)
            #expect(MachineChecks.state(folder).remedy == "sudo chmod 0750 \(folder)")
        }
    }

    @Test func aDiskThatIsNearlyFullIsAWarning() throws {
        try inFolder { folder in
            #expect(MachineChecks.disk(folder, enoughBytes: 0).verdict == .good)
            #expect(MachineChecks.disk(folder, enoughBytes: .max).verdict == .warning)
            #expect(MachineChecks.disk(folder + "/none").verdict == .unknown)
        }
    }

    @Test func aNameThatLeadsNowhereIsBad() {
        #expect(MachineChecks.name("127.0.0.1").verdict == .good)
        // Longer than a label may be: no server is asked.
        #expect(MachineChecks.name(String(repeating: "x", count: 70) + ".invalid").verdict == .bad)
    }

    @Test func aStoreWithoutCertificatesIsBad() throws {
        try inFolder { folder in
            let path = folder + "/certificates"
            #expect(MachineChecks.certificates(path).detail.contains("cannot be read"))
            try Data("nothing".utf8).write(to: URL(fileURLWithPath: path))
            #expect(MachineChecks.certificates(path).detail.contains("has no certificate"))
            try Data("x\n-----BEGIN CERTIFICATE-----\n".utf8).write(to: URL(fileURLWithPath: path))
            #expect(MachineChecks.certificates(path).verdict == .good)
        }
    }

    @Test func aClockThatNobodyKeepsIsAWarning() {
        #expect(MachineChecks.clock(isSynchronised: false).remedy == "sudo timedatectl set-ntp true")
        #expect(MachineChecks.clock(isSynchronised: nil).verdict == .unknown)
    }

    @Test func aFindingIsOneLineAndItsRemedyAnother() {
        let finding = Finding(check: "disk", verdict: .warning, detail: "full\nnearly", remedy: "make room")
        let lines = finding.lines(on: Terminal(isInteractive: false))
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("warning  disk"))
        #expect(!lines[0].contains("\n"))
        #expect(lines[1].hasSuffix("→ make room"))
    }

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("doctor-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        try body(folder.path)
    }
}
