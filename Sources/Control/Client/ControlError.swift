package import ControlProtocol

/// Why a request to the daemon came to nothing.
package enum ControlError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Nobody could be asked.
    case unreachable(socket: String, reason: Unreachable)
    /// The daemon refuses it to this user; who may is in the message.
    case notAllowed(String)
    /// The daemon tried, and says why it could not; further lines are in the details.
    case failed(ErrorReport)
    /// What came is not what the protocol says: another version, or another program.
    case protocolError(String)
    /// The daemon ended the connection in the middle of an answer.
    case connectionLost(socket: String)

    package enum Unreachable: Sendable, Equatable {
        case noSocket, refused, pathTooLong
        /// The socket's mode keeps this user out; its group, where that can be seen and is not root's own.
        case permission(group: String?)
        case other(String)

        /// Why, and what to do.
        package var explanation: String {
            switch self {
            case .noSocket:
                "it does not exist; start the daemon (sudo systemctl start newsreeld), or name its socket with --socket"
            case .permission(let group?):
                "permission denied; join its group \(group) (sudo usermod -aG \(group) $USER, then log in again), or use sudo"
            case .permission(nil): "permission denied, and no group but root's is let in; use sudo"
            case .refused: "nobody listens there; start the daemon (sudo systemctl start newsreeld)"
            case .pathTooLong: "its path has more than 107 bytes; name a shorter one with --socket"
            case .other(let reason): reason
            }
        }
    }

    package var description: String {
        switch self {
        case .unreachable(let socket, let reason): "cannot reach the daemon at \(socket): \(reason.explanation)"
        case .notAllowed(let message): "not allowed: \(message)"
        case .failed(let report) where report.code == .unknownPath:
            "the daemon cannot do this: it is of another version than this program"
        case .failed(let report): ([report.message] + report.details).joined(separator: "\n  ")
        case .protocolError(let message): "the daemon's answer is not understood: \(message)"
        case .connectionLost(let socket): "the daemon at \(socket) ended the connection"
        }
    }
}
