import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
    struct Run: Sendable {
        let status: Int32
        let out: String
        let err: String

        var lines: [String] { out.split(separator: "\n").map(String.init) }
    }

    /// Runs `newsreel` with arguments, nothing but these variables, and text on its standard input.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) async throws -> Run {
        try await inThread {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try path())
            process.arguments = arguments
            process.environment = environment.merging(["TZ": "UTC", "PATH": "/usr/bin:/bin"]) { mine, _ in mine }
            let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
            process.standardInput = stdin
            process.standardOutput = stdout
            process.standardError = stderr
            try process.run()
            try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try stdin.fileHandleForWriting.close()
            // Messages are short: they fit the pipe while the output is read.
            let out = stdout.fileHandleForReading.readDataToEndOfFile()
            let err = stderr.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return Run(
                status: process.terminationStatus, out: String(decoding: out, as: UTF8.self),
                err: String(decoding: err, as: UTF8.self))
        }
    }

    /// Runs a line of shell, where `newsreel` is the program.
    static func shell(_ line: String, environment: [String: String] = [:]) async throws -> Run {
        try await inThread {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/bash")
            let directory = URL(fileURLWithPath: try path()).deletingLastPathComponent().path
            process.arguments = ["-c", "PATH=\(directory):$PATH; \(line)"]
            process.environment = environment.merging(["TZ": "UTC", "PATH": "/usr/bin:/bin"]) { mine, _ in mine }
            let stdout = Pipe()
            process.standardOutput = stdout
            process.standardError = FileHandle.nullDevice
            try process.run()
            let out = stdout.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return Run(status: process.terminationStatus, out: String(decoding: out, as: UTF8.self), err: "")
        }
    }

    /// The program lies beside the tests' own.
    private static func path() throws -> String {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        var directory = URL(fileURLWithPath: own).deletingLastPathComponent()
        for candidate in [directory]
            + CommandLine.arguments.map({ URL(fileURLWithPath: $0).deletingLastPathComponent() })
        {
            directory = candidate
            let program = directory.appendingPathComponent("newsreel").path
            if FileManager.default.isExecutableFile(atPath: program) { return program }
        }
        throw ProgramMissing()
    }

    private struct ProgramMissing: Error {}

    private static func inThread<Result: Sendable>(
        _ call: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: call)) }
        }
    }
}
