import Foundation
import Glibc
import Synchronization

/// The built programs, which lie beside the test bundle.
enum Program: String {
    case newsreeld, newsreel
    case demoSite = "DemoSite"

    var path: String { "\(Program.folder)/\(rawValue)" }

    private static let folder: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let folders = [own, bundle ?? "", CommandLine.arguments[0]].map { ($0 as NSString).deletingLastPathComponent }
        return folders.first { FileManager.default.isExecutableFile(atPath: "\($0)/newsreeld") } ?? folders[0]
    }()
}

/// How a program ended.
struct Finished: Sendable, CustomStringConvertible {
    /// The exit status; a signal that ended it as its negative number.
    let status: Int32
    let output: [String]
    let errors: [String]

    var description: String { "exit \(status)\n\(output.joined(separator: "\n"))\n\(errors.joined(separator: "\n"))" }
}

/// A program under test, with what it says.
final class RunningProgram: Sendable {
    let output = LineLog()
    let errors = LineLog()
    private let ends = LineLog()
    private let process: Process

    var number: Int32 { process.processIdentifier }

    /// Starts a program; `input` becomes its standard input.
    init(
        _ path: String, _ arguments: [String], environment: [String: String] = [:], input: FileHandle = .nullDevice
    ) throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
        process.standardInput = input
        let (out, err) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = err
        let ends = ends
        process.terminationHandler = { process in
            let isSignal = process.terminationReason == .uncaughtSignal
            ends.append("\(isSignal ? -process.terminationStatus : process.terminationStatus)")
            ends.close()
        }
        try RunningProgram.withoutBlockedSignals { try process.run() }
        RunningProgram.read(out, into: output)
        RunningProgram.read(err, into: errors)
    }

    func signal(_ signal: Int32) { if process.isRunning { kill(number, signal) } }

    /// Waits for the end by itself.
    func end(within patience: Duration = .seconds(90)) async throws -> Finished {
        do {
            let status = try await ends.first("end", within: patience) { _ in true }
            try await output.end()
            try await errors.end()
            return Finished(status: Int32(status) ?? -1, output: output.lines, errors: errors.lines)
        } catch {
            throw Missing(what: "end of process \(number)", log: output.text + "\n" + errors.text)
        }
    }

    /// Ends it with a signal, and waits.
    @discardableResult
    func stop(_ number: Int32 = SIGTERM) async throws -> Finished {
        signal(number)
        return try await end()
    }

    /// A child has the signal mask of the thread that starts it, and the test's threads block signals.
    private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
        var (none, old) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &old)
        defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
        try body()
    }

    private static func read(_ pipe: Pipe, into log: LineLog) {
        let handle = pipe.fileHandleForReading
        Thread.detachNewThread {
            var rest: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = Glibc.read(handle.fileDescriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                rest += buffer[..<count]
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    log.append(String(decoding: rest[..<end], as: UTF8.self))
                    rest.removeFirst(end + 1)
                }
            }
            if !rest.isEmpty { log.append(String(decoding: rest, as: UTF8.self)) }
            log.close()
        }
    }
}
