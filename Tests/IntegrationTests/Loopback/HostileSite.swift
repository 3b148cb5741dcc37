import Loopback
import Foundation

/// A server where every path goes wrong in a way of its own.
final class HostileSite: Sendable {
    private let server: LoopbackServer

    /// Starts the server; a file for it is made in the directory.
    static func start(in directory: String) async throws -> HostileSite {
        try HostileSite(bomb: try await gzipBomb(in: directory))
    }

    private init(bomb: [UInt8]) throws {
        server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                guard HostileSite.answer(request.path, peer, bomb) else { return }
            }
        }
    }

    func stop() { server.stop() }

    func url(_ path: String) -> String { server.url(path) }

    /// 32 MiB of zeros, packed.
    private static func gzipBomb(in directory: String) async throws -> [UInt8] {
        let path = directory + "/bomb.gz"
        let script = "head -c 33554432 /dev/zero | gzip -1 >\(path)"
        _ = try await RunningProgram("/bin/sh", ["-c", script]).end()
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func answer(_ path: String, _ peer: Peer, _ bomb: [UInt8]) -> Bool {
        let html = ["Content-Type: text/html"]
        switch path {
        case "/good": return peer.respond(200, html, text: Story.page(1))
        case "/loop": return peer.respond(302, ["Location: /pool"])
        case "/pool": return peer.respond(302, ["Location: /loop"])
        case "/endless": return endless(peer, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", "<p>on and on</p>")
        case "/header-bomb": return endless(peer, "HTTP/1.1 200 OK\r\n", "X-Bomb: 1\r\n")
        case "/gzip-bomb": return peer.respond(200, html + ["Content-Encoding: gzip"], body: bomb)
        case "/empty": return peer.respond(200, html)
        case "/binary": return peer.respond(200, html, body: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + bomb)
        case "/klingon":
            return peer.respond(
                200, ["Content-Type: text/html; charset=klingon"], text: Story.page(2, charset: "klingon"))
        case "/cut":
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n<html><body>half")
            return false
        case "/silent":
            peer.waitForHangUp()
            return false
        case "/error": return peer.respond(500, html, text: "<h1>Internal error</h1>")
        case "/feed": return peer.respond(200, ["Content-Type: application/rss+xml"], text: feed.prefix(feed.count / 2))
        case "/story/a", "/story/b": return peer.respond(200, html, text: Story.page(path == "/story/a" ? 3 : 4))
        default: return hop(path, peer)
        }
    }

    /// `/hop/N` leads to `/hop/N-1`, and `/hop/0` to a story.
    private static func hop(_ path: String, _ peer: Peer) -> Bool {
        guard path.hasPrefix("/hop/"), let number = Int(path.dropFirst(5)) else {
            return peer.respond(404, ["Content-Type: text/plain"], text: "nothing here")
        }
        return peer.respond(301, ["Location: " + (number > 0 ? "/hop/\(number - 1)" : "/good")])
    }

    private static func endless(_ peer: Peer, _ head: String, _ piece: String) -> Bool {
        guard peer.send(head) else { return false }
        let block = String(repeating: piece, count: 500)
        while peer.send(block) {}
        return false
    }

    /// A feed of two stories whose second half never came.
    private static let feed: String = {
        let items = ["a", "b", "c", "d"].map {
            "<item><title>Story \($0)</title><link>/story/\($0)</link><description>Of the harbour.</description></item>"
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Half a feed</title>"
            + items.joined(separator: "\n") + "</channel></rss>"
    }()
}

extension Peer {
    @discardableResult
    fileprivate func respond(_ status: Int, _ headers: [String], text: Substring) -> Bool {
        respond(status, headers, text: String(text))
    }
}
