package import Loopback
internal import Synchronization

/// One row of the table of hostile peers: the name, what the peer does after a request, and the outcome that must follow.
///
/// docs/hostile-peers.md shows the rows; a test holds the two together.
package struct HostilePeer: Sendable {
    package enum Expectation: Sendable, Equatable {
        /// The kind of the failure, as logs have it.
        case failed(String)
        /// A response is taken, of so many bytes.
        case captured(status: Int, bytes: Int)
    }

    package let name: String
    package let outcome: Expectation
    /// For the whole fetch, in milliseconds.
    package var timeout = 20_000
    /// Whether it stalls, so that a test should have short patience.
    package var stalls = false
    package let behaviour: @Sendable (Peer) -> Void

    package static let all: [HostilePeer] = stalling + quickToEnd + redirects
    package static let quickToEnd: [HostilePeer] = endless + heads + lengths + codings + nonsense
}

extension HostilePeer {
    private static let stalling: [HostilePeer] = [
        .init(name: "says nothing", outcome: .failed("timed_out"), stalls: true) { $0.waitForHangUp() },
        .init(name: "slow loris in the head", outcome: .failed("timed_out"), stalls: true) { peer in
            peer.send("HTTP/1.1 200 OK\r\n")
            while peer.send("X-Slow: 1\r\n"), peer.dawdle(milliseconds: 20) {}
        },
        .init(name: "slow loris in the body", outcome: .failed("timed_out"), stalls: true) { peer in
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while peer.send("x"), peer.dawdle(milliseconds: 50) {}
        },
        .init(name: "fast enough, but without end in time", outcome: .failed("timed_out"), timeout: 700) {
            $0.send("HTTP/1.1 200 OK\r\n\r\n")
            while $0.send([UInt8](repeating: 0x61, count: 100)), $0.dawdle(milliseconds: 20) {}
        },
        .init(name: "a body that stops", outcome: .failed("timed_out"), stalls: true) { peer in
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
            peer.waitForHangUp()
        },
        .init(name: "interim responses without end", outcome: .failed("headers_too_large")) { peer in
            while peer.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n") {}
        },
    ]

    private static let endless: [HostilePeer] = [
        .init(name: "endless body", outcome: .failed("too_large")) { peer in
            peer.send("HTTP/1.1 200 OK\r\n\r\n")
            while peer.send([UInt8](repeating: 0x61, count: 16384)) {}
        },
        .init(name: "endless chunked body", outcome: .failed("too_large")) { peer in
            peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            while peer.send("400\r\n" + String(repeating: "a", count: 1024) + "\r\n") {}
        },
        .init(name: "a length above the bound", outcome: .failed("too_large")) { peer in
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
            peer.waitForHangUp()
        },
        .init(name: "gzip bomb", outcome: .failed("too_large")) { bomb($0, "gzip", Fixture.gzipBomb) },
        .init(name: "brotli bomb", outcome: .failed("too_large")) { bomb($0, "br", Fixture.brotliBomb) },
        .init(name: "zstd bomb", outcome: .failed("too_large")) { bomb($0, "zstd", Fixture.zstdBomb) },
    ]

    private static func bomb(_ peer: Peer, _ coding: String, _ bytes: [UInt8]) {
        peer.respond(200, ["Content-Encoding: \(coding)"], body: bytes)
        peer.waitForHangUp()
    }

    private static let heads: [HostilePeer] = [
        .init(name: "100,000 fields", outcome: .failed("headers_too_large")) { peer in
            peer.send("HTTP/1.1 200 OK\r\n")
            for number in 0..<100_000 where !peer.send("X-\(number): 1\r\n") { return }
            peer.send("\r\n")
        },
        .init(name: "a field of 10 MB", outcome: .failed("headers_too_large")) { peer in
            peer.send("HTTP/1.1 200 OK\r\nX-Long: ")
            for _ in 0..<160 where !peer.send([UInt8](repeating: 0x61, count: 65536)) { return }
            peer.send("\r\n\r\n")
            peer.waitForHangUp()
        },
        .init(name: "a field of 90 KB, twice", outcome: .failed("headers_too_large")) { peer in
            let field = "X-Long: " + String(repeating: "a", count: 90_000) + "\r\n"
            peer.send("HTTP/1.1 200 OK\r\n" + field + field + "\r\n")
            peer.waitForHangUp()
        },
        .init(name: "a status line of 10 MB", outcome: .failed("headers_too_large")) { peer in
            peer.send("HTTP/1.1 200 ")
            for _ in 0..<160 where !peer.send([UInt8](repeating: 0x61, count: 65536)) { return }
            peer.waitForHangUp()
        },
        .init(name: "cookies in a flood", outcome: .failed("headers_too_large")) { peer in
            peer.respond(200, (0..<10_000).map { "Set-Cookie: c\($0)=1" }, text: "page")
            peer.waitForHangUp()
        },
        .init(name: "trailers without end", outcome: .failed("headers_too_large")) { peer in
            peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\n0\r\n")
            while peer.send("X-Trailer: 1\r\n") {}
        },
    ]

    private static let lengths: [HostilePeer] = [
        .init(name: "a length that is too long", outcome: .failed("truncated")) {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        },
        .init(name: "a length that is too short", outcome: .captured(status: 200, bytes: 4)) {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage and more")
        },
        .init(name: "two lengths that differ", outcome: .failed("protocol_error")) {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\npages")
        },
        .init(name: "two lengths that agree", outcome: .captured(status: 200, bytes: 4)) {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\npage")
        },
        .init(name: "a negative length", outcome: .failed("protocol_error")) {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\npage")
        },
        .init(name: "reset in the body", outcome: .failed("truncated")) { peer in
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            _ = peer.dawdle(milliseconds: 500)
            peer.reset()
        },
        .init(name: "reset in the head", outcome: .failed("connection_lost")) { peer in
            peer.send("HTTP/1.1 200 OK\r\nX-Half:")
            _ = peer.dawdle(milliseconds: 500)
            peer.reset()
        },
        .init(name: "closes without a word", outcome: .failed("connection_lost")) { $0.hangUp() },
        .init(name: "a chunk that is no number", outcome: .failed("protocol_error")) {
            $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\nzz\r\n")
        },
        .init(name: "a chunked body that breaks off", outcome: .failed("truncated")) {
            $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npa")
        },
        .init(name: "a chunk size that overflows", outcome: .failed("protocol_error")) {
            $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\npage\r\n")
        },
    ]

    private static let codings: [HostilePeer] = [
        .init(name: "gzip that is none", outcome: .failed("bad_encoding")) {
            $0.respond(200, ["Content-Encoding: gzip"], text: "this is no gzip at all")
        },
        // The framing is right, so libcurl gives what could be unpacked, as browsers do.
        .init(name: "gzip that breaks off", outcome: .captured(status: 200, bytes: 74)) {
            $0.respond(200, ["Content-Encoding: gzip"], body: Array(Fixture.gzip.dropLast(30)))
        },
        .init(name: "a coding nobody knows", outcome: .failed("bad_encoding")) {
            $0.respond(200, ["Content-Encoding: papyrus"], text: "page")
        },
        .init(name: "codings in a heap", outcome: .failed("bad_encoding")) {
            let heap = Array(repeating: "gzip", count: 100).joined(separator: ", ")
            $0.respond(200, ["Content-Encoding: \(heap)"], body: Fixture.gzip)
        },
    ]

    private static let nonsense: [HostilePeer] = [
        .init(name: "HTTP/0.9", outcome: .failed("protocol_error")) { $0.send("<html>just a page</html>") },
        .init(name: "another protocol", outcome: .failed("protocol_error")) {
            $0.send("SSH-2.0-OpenSSH_9.2\r\n")
            $0.waitForHangUp()
        },
        .init(name: "a status that is none", outcome: .failed("protocol_error")) {
            $0.send("HTTP/1.1 banana\r\nContent-Length: 4\r\n\r\npage")
        },
        .init(name: "not modified, unasked", outcome: .failed("protocol_error")) {
            $0.send("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n")
        },
        .init(name: "an empty body", outcome: .captured(status: 200, bytes: 0)) { $0.respond() },
        .init(name: "bytes of every kind", outcome: .captured(status: 200, bytes: 256)) {
            $0.respond(200, ["Content-Type: text/html"], body: Array(0...255))
        },
    ]

    private static let turns = Atomic<Int>(0)

    private static let redirects: [HostilePeer] = [
        .init(name: "a redirect to itself", outcome: .failed("redirect_loop")) { $0.respond(302, ["Location: ?"]) },
        .init(name: "redirects without end", outcome: .failed("too_many_redirects")) {
            $0.respond(302, ["Location: ?\(turns.wrappingAdd(1, ordering: .relaxed).newValue)"])
        },
        .init(name: "a redirect to a file", outcome: .failed("scheme_denied")) {
            $0.respond(302, ["Location: file:///etc/passwd"])
        },
        .init(name: "a redirect to another protocol", outcome: .failed("scheme_denied")) {
            $0.respond(302, ["Location: gopher://127.0.0.1:6379/_FLUSHALL"])
        },
        .init(name: "a redirect to the cloud's metadata", outcome: .failed("address_denied")) {
            $0.respond(302, ["Location: http://169.254.169.254/latest/meta-data/"])
        },
        .init(name: "a redirect to nowhere", outcome: .failed("bad_redirect")) {
            $0.respond(302, ["Location: http://["])
        },
        .init(name: "a redirect with a body without end", outcome: .failed("redirect_loop")) { peer in
            peer.send("HTTP/1.1 302 Found\r\nLocation: ?\r\n\r\n")
            while peer.send([UInt8](repeating: 0x61, count: 16384)) {}
        },
    ]
}
