internal import CPosix

/// Who is at the other end of a connected Unix socket, as the kernel says (SO_PEERCRED of unix(7)).
package struct PeerCredentials: Sendable, Equatable {
    package let processID: Int32
    package let userID: UInt32
    package let groupID: UInt32

    /// Reads them from a connected socket.
    package init(socket: CInt) throws(SystemError) {
        var peer = cposix_peer()
        guard cposix_peer_credentials(socket, &peer) == 0 else { throw SystemError("getsockopt SO_PEERCRED") }
        processID = peer.pid
        userID = peer.uid
        groupID = peer.gid
    }
}
