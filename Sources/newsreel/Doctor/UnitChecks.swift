internal import Foundation

/// What systemd says of the two units, and the daemon of its configuration.
enum UnitChecks {
    /// A unit's finding from its properties, as `systemctl show` names them.
    static func unit(_ name: String, load: String, active: String, enabled: String) -> Finding {
        guard load == "loaded" else {
            return Finding(
                check: "unit", verdict: .bad, detail: "\(name) is \(load.isEmpty ? "unknown" : load)",
                remedy: "install the package, or: sudo make install && sudo systemctl daemon-reload")
        }
        guard active == "active" else {
            return Finding(
                check: "unit", verdict: .bad, detail: "\(name) is \(active)",
                remedy: "sudo systemctl start \(name); journalctl -u \(name) -e says why it stopped")
        }
        guard enabled == "enabled" else {
            return Finding(
                check: "unit", verdict: .warning, detail: "\(name) is active, and not started at boot",
                remedy: "sudo systemctl enable \(name)")
        }
        return Finding(check: "unit", verdict: .good, detail: "\(name) is active, and started at boot")
    }

    /// Both units; one finding that nothing is known where systemd does not run this machine.
    static func all() -> [Finding] {
        guard FileManager.default.fileExists(atPath: "/run/systemd/system") else {
            return [Finding(check: "unit", verdict: .unknown, detail: "systemd does not run this machine")]
        }
        return ["newsreeld.service", "newsreeld.socket"].map { name in
            let words = ["LoadState", "ActiveState", "UnitFileState"].map {
                output("systemctl", ["show", "-P", $0, name])
            }
            return unit(name, load: words[0] ?? "", active: words[1] ?? "", enabled: words[2] ?? "")
        }
    }

    /// Whether the daemon would take the configuration, from what `newsreeld validate` prints; nil words where it could not be run.
    static func configuration(_ path: String, words: [String]?, isRight: Bool) -> Finding {
        guard let words else {
            return Finding(
                check: "configuration", verdict: .unknown, detail: "\(path): newsreeld is not on the path of programs")
        }
        guard !isRight else { return Finding(check: "configuration", verdict: .good, detail: words.first ?? path) }
        let more = words.count > 1 ? " (and \(words.count - 1) more)" : ""
        return Finding(
            check: "configuration", verdict: .bad, detail: (words.first ?? "\(path) is not right") + more,
            remedy: "newsreeld validate --config \(path), and when it is right: sudo systemctl reload newsreeld")
    }

    /// Asks `newsreeld validate`.
    static func configuration(_ path: String) -> Finding {
        guard path.hasPrefix("/") else {
            return Finding(
                check: "configuration", verdict: .unknown, detail: "\(path) is relative to where the daemon was started"
            )
        }
        guard let (status, text) = run("newsreeld", ["validate", "--config", path], withErrors: true), status != 127
        else {
            return configuration(path, words: nil, isRight: false)
        }
        return configuration(path, words: text.split(separator: "\n").map(String.init), isRight: status == 0)
    }

    /// What timedatectl says; nil where it says nothing.
    static func isClockSynchronised() -> Bool? {
        switch output("timedatectl", ["show", "-P", "NTPSynchronized"]) {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    /// A program's first line; nil where it cannot be run or fails.
    private static func output(_ program: String, _ arguments: [String]) -> String? {
        guard let (status, text) = run(program, arguments), status == 0 else { return nil }
        return text.split(separator: "\n").first.map(String.init) ?? ""
    }

    /// A program's exit status, and what it printed; nil where it cannot be run, 127 where there is none of the name.
    private static func run(
        _ program: String, _ arguments: [String], withErrors: Bool = false
    ) -> (status: Int32, text: String)? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = withErrors ? pipe : FileHandle.nullDevice
        do {
            try process.run()
            let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
        } catch {
            return nil
        }
    }
}
