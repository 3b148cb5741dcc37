internal import ControlProtocol
internal import Glibc
internal import Posix

/// Who may do what over the socket.
///
/// Whoever the socket's file mode lets connect may read and trigger; root and the daemon's own user may administer.
struct AccessPolicy: Sendable {
    /// The users who may administer.
    let administrators: Set<UInt32>

    init(administrators: Set<UInt32> = [0, geteuid()]) { self.administrators = administrators }

    func isAdministrator(_ peer: PeerCredentials) -> Bool { administrators.contains(peer.userID) }

    /// Passes, or says who may.
    func check(_ endpoint: Endpoint, for peer: PeerCredentials) throws(ErrorReport) {
        guard endpoint.permission == .administer, !isAdministrator(peer) else { return }
        throw ErrorReport(
            .notAllowed,
            "user \(peer.userID) may not \(endpoint.summary): only root and the daemon's own user may; use sudo")
    }
}
