internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol
internal import Foundation
internal import Model

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look over the installation: units, configuration, socket, state, disk, names, clock, certificates.",
        discussion: """
            Each finding is good, warning, bad or unknown, and says what to do. Exits 1 where one is bad. With --json there is \
            one finding a line.

            EXAMPLES
              newsreel doctor
              newsreel doctor --json | jq 'select(.verdict != "good")'
            """)

    @OptionGroup var options: GlobalOptions

    @Option(
        help: ArgumentHelp(
            "The state directory (default: the daemon's where it answers, else /var/lib/newsreel).",
            valueName: "directory"))
    var stateDirectory: String?

    func run() async throws {
        var findings = UnitChecks.all()
        findings.append(MachineChecks.socket(options.path(environment: ProcessInfo.processInfo.environment)))
        findings += await daemon()
        let state = await state()
        findings += [
            MachineChecks.state(state), MachineChecks.disk(state),
            MachineChecks.clock(isSynchronised: UnitChecks.isClockSynchronised()), MachineChecks.certificates(),
        ]
        try print(findings)
        if findings.contains(where: { $0.verdict == .bad }) { throw FoundDamage() }
    }

    /// The directory that is meant: the option's, or the one that has the daemon's reels.
    private func state() async -> String {
        if let stateDirectory { return stateDirectory }
        do {
            let reels = try await options.client.value(ReelList.self, .reels).reels
            let parent = reels.first?.directory.split(separator: "/").dropLast().joined(separator: "/")
            return parent.map { "/" + $0 } ?? "/var/lib/newsreel"
        } catch {
            // That it does not answer is a finding of its own.
            return "/var/lib/newsreel"
        }
    }

    /// What the daemon says of itself, and whether the name of a source is known.
    private func daemon() async -> [Finding] {
        do {
            let status = try await options.client.value(StatusReport.self, .status)
            let problems = status.problems.joined(separator: "; ")
            var findings = [
                UnitChecks.configuration(status.configuration.path),
                Finding(
                    check: "daemon", verdict: problems.isEmpty ? .good : .warning,
                    detail: "newsreeld \(status.version) is \(status.state.rawValue)"
                        + (problems.isEmpty ? "" : ": \(problems)")),
            ]
            let sources = try await options.client.value(SourceList.self, .sources).sources
            let host = sources.lazy.compactMap { CanonicalURL($0.url)?.host }.first
            findings.append(
                host.map { MachineChecks.name("\($0)") }
                    ?? Finding(
                        check: "sources", verdict: .warning, detail: "there is no source yet",
                        remedy: "write one into /etc/newsreel/sources.d, then: sudo newsreel reload"))
            return findings
        } catch {
            return [
                Finding(check: "daemon", verdict: .bad, detail: "\(error)"),
                UnitChecks.configuration("/etc/newsreel/newsreel.yaml"),
            ]
        }
    }

    private func print(_ findings: [Finding]) throws {
        guard options.json else {
            for line in findings.flatMap({ $0.lines(on: .current) }) { try Output.standard.line(line) }
            return
        }
        var writer = JSONWriter()
        for finding in findings { finding.write(to: &writer) }
        try Output.standard.write(writer.bytes)
    }
}
