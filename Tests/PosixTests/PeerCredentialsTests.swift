import Glibc
import Posix
import Testing

@Suite struct PeerCredentialsTests {
    @Test func theOtherEndOfASocketPairIsThisProcess() throws {
        var pair: [CInt] = [0, 0]
        #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
        let ends = pair.map { Descriptor(owning: $0, name: "pair") }
        let peer = try PeerCredentials(socket: ends[0].number)
        #expect(peer.processID == getpid())
        #expect(peer.userID == getuid())
    }

    @Test func whatIsNoSocketHasNoPeer() {
        #expect(throws: SystemError.self) { try PeerCredentials(socket: 0) }
    }
}
