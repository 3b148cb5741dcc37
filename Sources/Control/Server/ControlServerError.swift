package import Posix

/// Why the control socket cannot be opened: what happened, at which path, and what to do.
package struct ControlServerError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: Sendable, Equatable {
        /// Another daemon answers there.
        case alreadyServed
        case pathTooLong
        case directoryMissing
        case notWritable
        /// What is at the path is no socket, and is left alone.
        case notASocket
        /// The descriptor that was passed is no listening Unix socket.
        case notListening
        case failed
    }

    package let code: Code
    /// The socket's path, or `descriptor N`.
    package let path: String
    package let cause: SystemError?

    package init(_ code: Code, _ path: String, cause: SystemError? = nil) {
        self.code = code
        self.path = path
        self.cause = cause
    }

    package var description: String {
        switch code {
        case .alreadyServed:
            "control socket: another daemon answers at \(path); stop it, or set control.socket to another path"
        case .pathTooLong:
            "control socket: \(path) has more than 107 bytes, the most that a socket's path may have; set control.socket to a shorter one"
        case .directoryMissing:
            "control socket: the directory of \(path) does not exist; create it, or set control.socket to another path"
        case .notWritable:
            "control socket: no permission to create \(path); give the daemon's user its directory, or set control.socket to another path"
        case .notASocket:
            "control socket: \(path) exists and is no socket; move it away, or set control.socket to another path"
        case .notListening:
            "control socket: \(path), passed by the service manager, is no listening Unix stream socket; check the .socket unit"
        case .failed: "listening: \(path): \(cause.map { "\($0)" } ?? "failed")"
        }
    }
}
