import Loopback
import Fetch
import Testing

/// One row of the table: the name, what the peer does after the request, and the outcome that must follow.
struct HostilePeer: Sendable, CustomTestStringConvertible {
    enum Outcome: Sendable {
        case failed(FetchFailure.Kind)
        case captured(status: Int, bytes: Int)
    }

    let name: String
    let outcome: Outcome
    var timeout = Duration.seconds(20)
    var configuration = FetchConfiguration()
    let behaviour: @Sendable (Peer) -> Void

    var testDescription: String { name }

    /// Short times, so that a stalling peer is given up soon.
    static var quick: FetchConfiguration {
        var configuration = FetchConfiguration()
        configuration.timeouts.firstByte = .milliseconds(400)
        configuration.timeouts.lowSpeedTime = .seconds(1)
        return configuration
    }

    static let all: [HostilePeer] = stalling + quickToEnd
    static let quickToEnd: [HostilePeer] = endless + heads + lengths + codings + nonsense
}

extension HostilePeer {
    private static let stalling: [HostilePeer] = [
        .init(name: "says nothing", outcome: .failed(.timedOut), configuration: quick) { $0.waitForHangUp() },
        .init(name: "slow loris in the head", outcome: .failed(.timedOut), configuration: quick) { peer in
            peer.send("HTTP/1.1 200 OK\r\n")
            while peer.send("X-Slow: 1\r\n"), peer.dawdle(milliseconds: 20) {}
        },
        .init(name: "slow loris in the body", outcome: .failed(.timedOut), configuration: quick) { peer in
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while peer.send("x"), peer.dawdle(milliseconds: 50) {}
        },
        .init(name: "fast enough, but without end in time", outcome: .failed(.timedOut), timeout: .milliseconds(700)) {
            $0.send("HTTP/1.1 200 OK\r\n\r\n")
            while $0.send([UInt8](repeating: 0x61, count: 100)), $0.dawdle(milliseconds: 20) {}
        },
        .init(name: "a body that stops", outcome: .failed(.timedOut), configuration: quick) { peer in
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
            peer.waitForHangUp()
        },
        .init(name: "interim responses without end", outcome: .failed(.headersTooLarge)) { peer in
            while peer.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n") {}
        },
    ]

    private static let endless: [HostilePeer] = [
        .init(name: "endless body", outcome: .failed(.tooLarge)) { peer in
            peer.send("HTTP/1.1 200 OK\r\n\r\n")
            while peer.send([UInt8](repeating: 0x61, count: 16384)) {}
        },
        .init(name: "endless chunked body", outcome: .failed(.tooLarge)) { peer in
            peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            while peer.send("400\r\n" + String(repeating: "a", count: 1024) + "\r\n") {}
        },
        .init(name: "a length above the bound", outcome: .failed(.tooLarge)) { peer in
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
            peer.waitForHangUp()
        },
        .init(name: "gzip bomb", outcome: .failed(.tooLarge)) { bomb($0, "gzip", Fixture.gzipBomb) },
        .init(name: "brotli bomb", outcome: .failed(.tooLarge)) { bomb($0, "br", Fixture.brotliBomb) },
        .init(name: "zstd bomb", outcome: .failed(.tooLarge)) { bomb($0, "zstd", Fixture.zstdBomb) },
    ]

    private static func bomb(_ peer: Peer, _ coding: String, _ bytes: [UInt8]) {
        peer.respond(200, ["Content-Encoding: \(coding)"], body: bytes)
        peer.waitForHangUp()
    }

    private static let heads: [HostilePeer] = [
        .init(name: "100,000 fields", outcome: .failed(.headersTooLarge)) { peer in
            peer.send("HTTP/1.1 200 OK\r\n")
            for number in 0..<100_000 where !peer.send("X-\(number): 1\r\n") { return }
            peer.send("\r\n")
        },
        .init(name: "a field of 10 MB", outcome: .failed(.headersTooLarge)) { peer in
            peer.send("HTTP/1.1 200 OK\r\nX-Long: ")
            for _ in 0..<160 where !peer.send([UInt8](repeating: 0x61, count: 65536)) { return }
            peer.send("\r\n\r\n")
            peer.waitForHangUp()
        },
        .init(name: "a field of 90 KB, twice", outcome: .failed(.headersTooLarge)) { peer in
            let field = "X-Long: " + String(repeating: "a", count: 90_000) + "\r\n"
            peer.send("HTTP/1.1 200 OK\r\n" + field + field + "\r\n")
            peer.waitForHangUp()
        },
        .init(name: "a status line of 10 MB", outcome: .failed(.headersTooLarge)) { peer in
            peer.send("HTTP/1.1 200 ")
            for _ in 0..<160 where !peer.send([UInt8](repeating: 0x61, count: 65536)) { return }
            peer.waitForHangUp()
        },
        .init(name: "cookies in a flood", outcome: .failed(.headersTooLarge)) { peer in
            peer.respond(200, (0..<10_000).map { "Set-Cookie: c\($0)=1" }, text: "page")
            peer.waitForHangUp()
        },
        .init(name: "trailers without end", outcome: .failed(.headersTooLarge)) { peer in
            peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\n0\r\n")
            while peer.send("X-Trailer: 1\r\n") {}
        },
    ]

    private static let lengths: [HostilePeer] = [
        .init(name: "a length that is too long", outcome: .failed(.truncated)) {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        },
        .init(name: "a length that is too short", outcome: .captured(status: 200, bytes: 4)) {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage and more")
        },
        .init(name: "two lengths that differ", outcome: .failed(.protocolError)) {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\npages")
        },
        .init(name: "two lengths that agree", outcome: .captured(status: 200, bytes: 4)) {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\npage")
        },
        .init(name: "a negative length", outcome: .failed(.protocolError)) {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\npage")
        },
        .init(name: "reset in the body", outcome: .failed(.truncated)) { peer in
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            _ = peer.dawdle(milliseconds: 500)
            peer.reset()
        },
        .init(name: "reset in the head", outcome: .failed(.connectionLost)) { peer in
            peer.send("HTTP/1.1 200 OK\r\nX-Half:")
            _ = peer.dawdle(milliseconds: 500)
            peer.reset()
        },
        .init(name: "closes without a word", outcome: .failed(.connectionLost)) { $0.hangUp() },
        .init(name: "a chunk that is no number", outcome: .failed(.protocolError)) {
            $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\nzz\r\n")
        },
        .init(name: "a chunked body that breaks off", outcome: .failed(.truncated)) {
            $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npa")
        },
        .init(name: "a chunk size that overflows", outcome: .failed(.protocolError)) {
            $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\npage\r\n")
        },
    ]

    private static let codings: [HostilePeer] = [
        .init(name: "gzip that is none", outcome: .failed(.badEncoding)) {
            $0.respond(200, ["Content-Encoding: gzip"], text: "this is no gzip at all")
        },
        // The framing is right, so libcurl gives what could be unpacked, as browsers do.
        .init(name: "gzip that breaks off", outcome: .captured(status: 200, bytes: 74)) {
            $0.respond(200, ["Content-Encoding: gzip"], body: Array(Fixture.gzip.dropLast(30)))
        },
        .init(name: "a coding nobody knows", outcome: .failed(.badEncoding)) {
            $0.respond(200, ["Content-Encoding: papyrus"], text: "page")
        },
        .init(name: "codings in a heap", outcome: .failed(.badEncoding)) {
            let heap = Array(repeating: "gzip", count: 100).joined(separator: ", ")
            $0.respond(200, ["Content-Encoding: \(heap)"], body: Fixture.gzip)
        },
    ]

    private static let nonsense: [HostilePeer] = [
        .init(name: "HTTP/0.9", outcome: .failed(.protocolError)) { $0.send("<html>just a page</html>") },
        .init(name: "another protocol", outcome: .failed(.protocolError)) {
            $0.send("SSH-2.0-OpenSSH_9.2\r\n")
            $0.waitForHangUp()
        },
        .init(name: "a status that is none", outcome: .failed(.protocolError)) {
            $0.send("HTTP/1.1 banana\r\nContent-Length: 4\r\n\r\npage")
        },
        .init(name: "not modified, unasked", outcome: .failed(.protocolError)) {
            $0.send("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n")
        },
        .init(name: "an empty body", outcome: .captured(status: 200, bytes: 0)) { $0.respond() },
        .init(name: "bytes of every kind", outcome: .captured(status: 200, bytes: 256)) {
            $0.respond(200, ["Content-Type: text/html"], body: Array(0...255))
        },
    ]
}
