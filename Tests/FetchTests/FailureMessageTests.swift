import Hostile
import Loopback
import Fetch
import Model
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FailureMessageTests {
    @Test func aMessageSaysWhatHappenedWhereAndWhatToDo() async throws {
        let port = try deadPort()
        let failure = try await fetchAlone(request("http://127.0.0.1:\(port)/a")).failed()
        #expect(
            failure.message == "127.0.0.1:\(port) refused the connection. Nothing listens there now: check the port,"
                + " or try again later.")
        #expect(failure.description == failure.message)
    }

    @Test func aMessageNamesTheHostThatFailedRatherThanTheFirst() async throws {
        let port = try deadPort()
        let server = try LoopbackServer { peer in
            while peer.readRequest() != nil { peer.respond(302, ["Location: http://127.0.0.1:\(port)/b"]) }
        }
        defer { server.stop() }
        let failure = try await fetchAlone(request(server.url())).failed()
        #expect(failure.message.contains(":\(port) "))
        #expect(failure.requested.href == server.url())
        #expect(failure.url.href == "http://127.0.0.1:\(port)/b")
        #expect(failure.redirects.count == 1)
    }

    @Test func aTimeoutSaysWhatWasWaitedFor() async throws {
        let server = try LoopbackServer { peer in
            guard let request = peer.readRequest() else { return }
            if request.path == "/body" { peer.send("HTTP/1.1 200 OK\r\n\r\nhalf") }
            peer.waitForHangUp()
        }
        defer { server.stop() }
        var asked = try request(server.url("/head"), timeout: .seconds(1))
        #expect(try await fetchAlone(asked).failed().message.contains("did not answer within"))
        asked.url = try WebURL(server.url("/body"))
        #expect(try await fetchAlone(asked).failed().message.contains("after 4 bytes"))
        asked.timeout = .seconds(20)
        asked.url = try WebURL(server.url("/head"))
        var configuration = FetchConfiguration()
        configuration.timeouts.firstByte = .milliseconds(200)
        #expect(try await fetchAlone(asked, configuration).failed().message.contains("did not begin within"))
    }

    @Test func everyKindHasANameForLogs() {
        let names = FetchFailure.Kind.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) || $0 == "_" } })
    }
}
