import Hostile
import Loopback
import Fetch
import Model
import Testing

@Suite(.timeLimit(.minutes(1)))
struct TLSTests {
    @Test func aCertificateOfAPrivateAuthorityIsTakenWhereItIsNamed() async throws {
        let server = try SecureServer(name: "localhost")
        defer { server.stop() }
        var asked = try request("https://localhost:\(server.port)/")
        asked.authorityFile = server.certificateFile
        let capture = try await fetchAlone(asked).captured()
        #expect(capture.status == 200)
        #expect(capture.timings.tls > .zero)
    }

    @Test func aSelfSignedCertificateIsRefused() async throws {
        let server = try SecureServer(name: "localhost")
        defer { server.stop() }
        let failure = try await fetchAlone(request("https://localhost:\(server.port)/")).failed()
        #expect(failure.kind == .tlsFailed)
        #expect(failure.code == .CURLE_PEER_FAILED_VERIFICATION)
        #expect(failure.message.contains("certificate"))
    }

    @Test func aCertificateForAnotherHostIsRefused() async throws {
        let server = try SecureServer(name: "paper.example")
        defer { server.stop() }
        var asked = try request("https://localhost:\(server.port)/")
        asked.authorityFile = server.certificateFile
        #expect(try await fetchAlone(asked).failed().kind == .tlsFailed)
    }

    @Test func anExpiredCertificateIsRefused() async throws {
        let server = try SecureServer(name: "localhost", isExpired: true)
        defer { server.stop() }
        var asked = try request("https://localhost:\(server.port)/")
        asked.authorityFile = server.certificateFile
        let failure = try await fetchAlone(asked).failed()
        #expect(failure.kind == .tlsFailed)
        #expect(failure.message.contains("expired"))
    }

    @Test func theTrustOfOneRequestIsNotThatOfAnother() async throws {
        let server = try SecureServer(name: "localhost")
        defer { server.stop() }
        let fetcher = try Fetcher()
        var asked = try request("https://localhost:\(server.port)/")
        asked.authorityFile = server.certificateFile
        #expect(try await fetcher.fetch(asked).captured().status == 200)
        asked.authorityFile = nil
        #expect(try await fetcher.fetch(asked).failed().kind == .tlsFailed)
        await fetcher.shutDown()
    }

    @Test func aServerWithoutTLSIsNoSecureServer() async throws {
        let server = try LoopbackServer { peer in
            peer.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            peer.waitForHangUp()
        }
        defer { server.stop() }
        let failure = try await fetchAlone(request("https://127.0.0.1:\(server.port)/")).failed()
        #expect(failure.kind == .tlsFailed)
    }

    @Test func anAuthorityFileThatIsMissingIsAFaultOfOurs() async throws {
        let server = try SecureServer(name: "localhost")
        defer { server.stop() }
        var asked = try request("https://localhost:\(server.port)/")
        asked.authorityFile = "/nowhere/authorities.pem"
        let failure = try await fetchAlone(asked).failed()
        #expect(failure.kind == .localFailure)
        #expect(failure.message.contains("/nowhere/authorities.pem"))
    }

    @Test(arguments: HostileCertificate.allCases)
    func aCertificateThatProvesNothingEndsAsTheTableSays(_ row: HostileCertificate) async throws {
        if row == .noTLS {
            let server = try LoopbackServer { peer in
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage")
                peer.waitForHangUp()
            }
            defer { server.stop() }
            let failure = try await fetchAlone(request("https://127.0.0.1:\(server.port)/")).failed()
            #expect(failure.kind.rawValue == HostileCertificate.outcome)
            return
        }
        let server = try SecureServer(
            name: row == .wrongHost ? "paper.example" : "localhost", isExpired: row == .expired)
        defer { server.stop() }
        var asked = try request("https://localhost:\(server.port)/")
        if row != .selfSigned { asked.authorityFile = server.certificateFile }
        let failure = try await fetchAlone(asked).failed()
        #expect(failure.kind.rawValue == HostileCertificate.outcome, "\(failure.message)")
    }
}
