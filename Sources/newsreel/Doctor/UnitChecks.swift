internal import Foundation

/// What systemd says of the two units.
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
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { return nil }
            let text = String(decoding: bytes, as: UTF8.self)
            return text.split(separator: "\n").first.map(String.init) ?? ""
        } catch {
            return nil
        }
    }
}
