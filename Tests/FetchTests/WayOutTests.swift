import Hostile
import Loopback
import Fetch
import Foundation
import Model
import Synchronization
import Testing

/// The ways a request leaves by: proxies, client certificates, the daemon's own ports, redirects that somebody watches.
@Suite(.timeLimit(.minutes(1)))
struct WayOutTests {
    @Test func aRequestsProxyIsAskedForThePage() async throws {
        let proxy = try LoopbackServer { peer in
            while let request = peer.readRequest() { peer.respond(text: "asked for \(request.path)") }
        }
        defer { proxy.stop() }
        var asked = try request("http://paper.example/news/1")
        asked.proxy = proxy.url("")
        let fetcher = try Fetcher()
        let body = try await fetcher.fetch(asked).captured().body
        #expect(String(decoding: body, as: UTF8.self) == "asked for http://paper.example/news/1")
        // The handle that is used again goes by itself.
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() { peer.respond(text: "asked for \(request.path)") }
        }
        defer { server.stop() }
        let direct = try await fetcher.fetch(request(server.url("/a"))).captured().body
        #expect(String(decoding: direct, as: UTF8.self) == "asked for /a")
        await fetcher.shutDown()
    }

    @Test func noProxyIsAskedForAnAddressThatIsDenied() async throws {
        let proxy = try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.respond(text: "proxied") }
        }
        defer { proxy.stop() }
        var asked = try request("http://10.0.0.1/", allowPrivate: false)
        asked.proxy = proxy.url("")
        #expect(try await fetchAlone(asked).failed().kind == .addressDenied)
        #expect(proxy.connectionCount == 0)
    }

    @Test func aServerThatWantsACertificateGetsTheRequestsOwn() async throws {
        let server = try SecureServer(name: "localhost", wantsCertificate: true)
        defer { server.stop() }
        let own = try TestCertificate(name: "newsreel")
        defer { own.remove() }
        var asked = try request("https://localhost:\(server.port)/")
        asked.authorityFile = server.certificateFile
        let fetcher = try Fetcher()
        guard case .failed = await fetcher.fetch(asked) else {
            Issue.record("the server answered without a certificate")
            return
        }
        asked.clientCertificate = ClientCertificate(file: own.file, key: own.key)
        let page = String(decoding: try await fetcher.fetch(asked).captured().body, as: UTF8.self)
        #expect(page.contains("newsreel"), "the page shows the client's name")
        asked.clientCertificate = nil
        guard case .failed = await fetcher.fetch(asked) else {
            Issue.record("the connection of another identity was used")
            return
        }
        await fetcher.shutDown()
    }

    @Test func aCertificateThatIsMissingIsAFaultOfOurs() async throws {
        let server = try SecureServer(name: "localhost")
        defer { server.stop() }
        var asked = try request("https://localhost:\(server.port)/")
        asked.authorityFile = server.certificateFile
        asked.clientCertificate = ClientCertificate(file: "/nowhere/own.pem")
        #expect(try await fetchAlone(asked).failed().kind == .localFailure)
    }

    @Test func theDaemonsOwnPortIsNoPage() async throws {
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.respond(text: "figures") }
        }
        defer { server.stop() }
        var configuration = FetchConfiguration()
        configuration.ownPorts = [Int(server.port)]
        for host in ["127.0.0.1", "localhost", "127.1.2.3"] {
            let failure = try await fetchAlone(request("http://\(host):\(server.port)/metrics"), configuration).failed()
            #expect(failure.kind == .addressDenied)
            #expect(failure.message.contains("daemon's own"))
        }
        #expect(server.connectionCount == 0)
    }

    @Test func aRedirectThatIsNotAdmittedIsNotFollowed() async throws {
        let asked = Mutex<[String]>([])
        let server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                asked.withLock { $0.append(request.path) }
                if request.path == "/a" {
                    peer.respond(302, ["Location: /b"])
                } else if request.path == "/b" {
                    peer.respond(302, ["Location: /private/c"])
                } else {
                    peer.respond(text: "page")
                }
            }
        }
        defer { server.stop() }
        let fetcher = try Fetcher()
        let result = await fetcher.fetch(try request(server.url("/a"))) { !$0.path.hasPrefix("/private") }
        let failure = try result.failed()
        #expect(failure.kind == .notAdmitted)
        #expect(failure.message.contains("/private/c"))
        #expect(failure.redirects.count == 2)
        #expect(asked.withLock { $0 } == ["/a", "/b"])
        await fetcher.shutDown()
    }
}
