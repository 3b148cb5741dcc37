import Loopback
import Fetch
import Model
import Testing

@Suite(.timeLimit(.minutes(1)))
struct AddressDenialTests {
    private static func page() throws -> LoopbackServer {
        try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.respond(text: "page") }
        }
    }

    @Test(arguments: ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "0177.0.0.1"])
    func loopbackIsDeniedHoweverItIsWritten(_ host: String) async throws {
        let server = try Self.page()
        defer { server.stop() }
        let failure = try await fetchAlone(request("http://\(host):\(server.port)/", allowPrivate: false)).failed()
        #expect(failure.kind == .addressDenied)
        #expect(failure.message.contains("loopback"))
        #expect(server.connectionCount == 0)
    }

    @Test func anOpenConnectionIsNoWayAroundThePolicy() async throws {
        let server = try Self.page()
        defer { server.stop() }
        let fetcher = try Fetcher()
        // By name, so that only the check on the connection itself can see the address.
        let url = "http://localhost:\(server.port)/"
        #expect(try await fetcher.fetch(request(url)).captured().status == 200)
        let failure = try await fetcher.fetch(request(url, allowPrivate: false)).failed()
        #expect(failure.kind == .addressDenied)
        #expect(server.connectionCount == 1)
        #expect(try await fetcher.fetch(request(url)).captured().status == 200)
        await fetcher.shutDown()
    }

    @Test func aNetworkOfTheConfigurationIsOpenToEveryRequest() async throws {
        let server = try Self.page()
        defer { server.stop() }
        var configuration = FetchConfiguration()
        configuration.allowedNetworks = [try #require(IPNetwork("127.0.0.0/8"))]
        let asked = try request(server.url(), allowPrivate: false)
        #expect(try await fetchAlone(asked, configuration).captured().status == 200)
    }

    @Test func metadataStaysClosedToARequestForPrivateAddresses() async throws {
        let failure = try await fetchAlone(request("http://169.254.169.254/latest/meta-data/")).failed()
        #expect(failure.kind == .addressDenied)
        #expect(failure.message.contains("cloud metadata"))
    }
}
