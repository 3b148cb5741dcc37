package import Posix

/// What a reel could not do: why, on which reel and segment, and the system's reason.
package struct ReelError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: Sendable, Equatable {
        /// The file system is full; the writer goes on as soon as there is room.
        case noSpace
        /// The record is longer than ``ReelOptions/maximumRecordBytes``.
        case recordTooLarge(bytes: Int)
        /// The writer was closed.
        case closed
        /// A segment could not be opened, made or listed.
        case openFailed
        /// A segment could not be read.
        case readFailed
        /// A group could not be written or made durable, in a new segment either.
        case writeFailed
        /// The file is neither gzip nor anything else this reader knows.
        case unknownFormat
    }

    package let code: Code
    /// The reel's name; empty for a file that belongs to none.
    package let reel: String
    /// The path of the segment, the file or the directory.
    package let path: String
    package let underlying: SystemError?

    package init(_ code: Code, reel: String, path: String, underlying: SystemError? = nil) {
        self.code = code
        self.reel = reel
        self.path = path
        self.underlying = underlying
    }

    package var description: String {
        let place = reel.isEmpty ? path : "reel \(reel), \(path)"
        let reason = underlying.map { ": \($0.call): \($0.reason)" } ?? ""
        switch code {
        case .noSpace: return "\(place): no space left\(reason); free some, appending goes on by itself"
        case .recordTooLarge(let bytes): return "\(place): a record of \(bytes) bytes is too large"
        case .closed: return "\(place): the reel is closed"
        case .openFailed: return "\(place): cannot open\(reason); check the path and its permissions"
        case .readFailed: return "\(place): cannot read\(reason); check the disk"
        case .writeFailed: return "\(place): cannot write\(reason); check the disk"
        case .unknownFormat: return "\(place): neither gzip nor a web archive"
        }
    }
}
