internal import Glibc
internal import Posix

/// The state directory, held by this process alone for as long as the value lives.
struct StateLock: Sendable {
    private let file: Descriptor

    /// Makes the directory where it is missing and takes the lock.
    init(_ places: Places) throws {
        do {
            try Directory.make(places.state)
            file = try Descriptor.open(places.lock, O_RDWR | O_CREAT)
        } catch {
            throw DaemonError(
                .stateDirectory,
                """
                the state directory \(places.state) cannot be used: \(error.reason). \
                \(StateLock.remedy(error, places.state)), or name another as state_directory
                """, cause: error)
        }
        guard try file.lockExclusively() else {
            throw DaemonError(
                .locked,
                """
                another newsreeld (process \(try holder())) works on \(places.state): \
                stop it, or name another state_directory
                """)
        }
        try file.truncate(to: 0)
        try Array("\(getpid())\n".utf8).withUnsafeBytes { try file.writeAll($0, at: 0) }
    }

    /// What to do about a directory that cannot be used.
    static func remedy(_ error: SystemError, _ path: String) -> String {
        switch error.code {
        // The unit's ProtectSystem=strict, where the disk itself is not read-only.
        case EROFS:
            "The unit does not open it: systemctl edit newsreeld, and write [Service] and ReadWritePaths=\(path)"
        case EACCES, EPERM: "Make it writable for user \(geteuid()): sudo chown \(geteuid()) \(path)"
        default: "Make it a directory that user \(geteuid()) may write to"
        }
    }

    /// The process that wrote its number into the file.
    private func holder() throws -> String {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
        let text = String(decoding: buffer.prefix(count), as: UTF8.self)
        return text.split(separator: "\n").first.map(String.init) ?? "unknown"
    }
}
