import Foundation
import Glibc
import Synchronization

/// A program under test, with what it says.
///
/// Started with posix_spawn: Foundation's own processes are not to be started from several threads at once.
final class RunningProgram: Sendable {
    let output = LineLog()
    let errors = LineLog()
    let number: pid_t
    private let ends = LineLog()
    /// False once the process was waited for, after which its number may be another's.
    private let isThere = Mutex(true)

    /// Starts a program; `input` becomes its standard input.
    init(
        _ path: String, _ arguments: [String], environment: [String: String] = [:], input: FileHandle = .nullDevice
    ) throws {
        let (out, err) = (try OutputPipe(), try OutputPipe())
        number = try Spawn(path, arguments, ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 })
            .start(input: input.fileDescriptor, output: out.writing, errors: err.writing)
        out.read(into: output)
        err.read(into: errors)
        Thread.detachNewThread { self.awaitEnd() }
    }

    func signal(_ signal: Int32) { isThere.withLock { if $0 { kill(number, signal) } } }

    /// Waits for the end by itself.
    func end(within patience: Duration = .seconds(90)) async throws -> Finished {
        do {
            let status = try await ends.first("end", within: patience) { _ in true }
            try await output.end()
            try await errors.end()
            return Finished(status: Int32(status) ?? -1, output: output.lines, errors: errors.lines)
        } catch {
            signal(SIGKILL)
            throw Missing(what: "end of process \(number)", log: output.text + "\n" + errors.text)
        }
    }

    /// Ends it with a signal, and waits.
    @discardableResult
    func stop(_ number: Int32 = SIGTERM) async throws -> Finished {
        signal(number)
        return try await end()
    }

    private func awaitEnd() {
        var info = siginfo_t()
        while waitid(P_PID, id_t(number), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        var status: Int32 = 0
        isThere.withLock { isThere in
            isThere = false
            while waitpid(number, &status, 0) < 0, errno == EINTR {}
        }
        let signal = status & 0x7F
        ends.append("\(signal == 0 ? status >> 8 & 0xFF : -signal)")
        ends.close()
    }
}
