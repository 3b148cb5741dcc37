package import Reel

/// What could not be read of a web archive: why, in which file, and the cause below.
package struct ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: Sendable, Equatable {
        /// The bytes are no WARC record.
        case notARecord(reason: String)
        /// The file could not be opened or read.
        case unreadable
        /// A file could not be made or written; the reason is the system's.
        case unwritable(reason: String)
    }

    package let code: Code
    /// The file; empty for bytes in memory.
    package let path: String
    package let underlying: ReelError?

    init(_ code: Code, path: String = "", underlying: ReelError? = nil) {
        self.code = code
        self.path = path
        self.underlying = underlying
    }

    package var description: String {
        switch code {
        case .notARecord(let reason): "\(path.isEmpty ? "bytes" : path): not a WARC record: \(reason)"
        case .unwritable(let reason): "\(path): cannot be written: \(reason)"
        case .unreadable: underlying?.description ?? "\(path): cannot be read"
        }
    }
}
