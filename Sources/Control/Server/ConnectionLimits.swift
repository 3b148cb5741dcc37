internal import ControlProtocol
internal import Synchronization

/// How much one server takes on.
package struct ConnectionLimits: Sendable {
    /// Connections at once.
    package var maximumConnections = 64
    /// How many of them are kept for root and the daemon's user, so that nobody can lock them out.
    package var reservedConnections = 4
    package var maximumBodyBytes = ControlRequest.maximumBodyBytes
    /// The same for archives that root or the daemon's user import.
    package var maximumImportBytes = ImportedLine.maximumBytes
    /// Within which a request must have come whole, counted from the connect or the last answer.
    package var requestTimeLimit: Duration = .seconds(30)
    /// Within which a client must have taken an answer that is no stream.
    package var answerTimeLimit: Duration = .seconds(60)

    package init() {}
}

/// Counts the open connections.
final class ConnectionCounter: Sendable {
    /// What becomes of a new connection.
    enum Place: Sendable { case served, refused, dropped }

    private let limits: ConnectionLimits
    private let count = Mutex(0)

    init(limits: ConnectionLimits) { self.limits = limits }

    /// Takes a place. Beyond the limit a client is told so; beyond twice the limit it is cut off.
    func enter(isAdministrator: Bool) -> Place {
        let places =
            isAdministrator ? limits.maximumConnections : limits.maximumConnections - limits.reservedConnections
        return count.withLock { count in
            count += 1
            return count <= places ? .served : count <= places * 2 ? .refused : .dropped
        }
    }

    func leave() { count.withLock { $0 -= 1 } }
}
