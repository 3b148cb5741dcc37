internal import Foundation
package import Loopback

/// Rows that the daemon must survive: what a site's robots.txt, feeds and sitemaps can be.
package enum HostileSource: String, CaseIterable, Sendable {
    case hugeRobots = "a robots.txt of 50 MB"
    case endlessRobots = "a robots.txt without end"
    case laughs = "a feed with a billion laughs"
    case quadratic = "a feed with one entity, many times"
    case ownIndex = "a sitemap index that names itself"
    case mutualIndexes = "two sitemap indexes that name each other"
    case deepFeed = "a feed of 100,000 elements within each other"
    case manyLinks = "a feed of 100,000 items"

    /// How the look at the source must end.
    package var outcome: String {
        "discovered"
    }

    /// The kind of source that it is configured as.
    package var kind: String {
        switch self {
        case .ownIndex, .mutualIndexes: "sitemap"
        default: "feed"
        }
    }

    /// Serves the source at `/`, with its robots.txt.
    package func serve() throws -> LoopbackServer {
        try LoopbackServer { peer in
            while let request = peer.readRequest() {
                let isOpen = request.path == "/robots.txt" ? robots(peer) : page(request, peer)
                guard isOpen else { return }
            }
        }
    }

    private func robots(_ peer: Peer) -> Bool {
        let line = "Disallow: /private/\n"
        switch self {
        case .hugeRobots:
            let block = Array(String(repeating: line, count: 50_000).utf8)
            let count = 50_000_000 / block.count
            guard peer.send("HTTP/1.1 200 OK\r\nContent-Length: \(block.count * count)\r\n\r\n") else { return false }
            return (0..<count).allSatisfy { _ in peer.send(block) }
        case .endlessRobots:
            guard peer.send("HTTP/1.1 200 OK\r\n\r\n") else { return false }
            while peer.send(line) {}
            return false
        default: return peer.respond(404, [], text: "none")
        }
    }

    private func page(_ request: Peer.Request, _ peer: Peer) -> Bool {
        let host = "http://" + (request.header("Host") ?? "127.0.0.1")
        switch self {
        case .ownIndex: return index(["\(host)/"], peer)
        case .mutualIndexes: return index([request.path == "/" ? "\(host)/other" : "\(host)/"], peer)
        case .laughs: return peer.respond(200, Self.xml, text: Self.laughing)
        case .quadratic: return peer.respond(200, Self.xml, text: Self.repeated)
        case .deepFeed:
            let depth = 100_000
            return peer.respond(
                200, Self.xml, text: Self.feed("<item><link>/a</link>" + String(repeating: "<x>", count: depth)))
        case .manyLinks:
            return peer.respond(
                200, Self.xml, text: Self.feed((0..<100_000).map { "<item><link>/s/\($0)</link></item>" }.joined()))
        default: return peer.respond(200, Self.xml, text: Self.feed(""))
        }
    }

    private func index(_ urls: [String], _ peer: Peer) -> Bool {
        let entries = urls.map { "<sitemap><loc>\($0)</loc></sitemap>" }.joined()
        return peer.respond(200, Self.xml, text: "<sitemapindex>\(entries)</sitemapindex>")
    }

    private static let xml = ["Content-Type: application/xml"]

    private static func feed(_ items: String) -> String {
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>a</title>\(items)</channel></rss>"
    }

    private static let laughing: String = {
        let entities = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        return "<!DOCTYPE rss [<!ENTITY l0 \"lol\">\(entities)]>"
            + "<rss version=\"2.0\"><channel><title>&l9;</title><item><title>&l9;</title></item></channel></rss>"
    }()

    private static let repeated: String = {
        let text = String(repeating: "a", count: 50_000)
        return "<!DOCTYPE rss [<!ENTITY a \"\(text)\">]><rss version=\"2.0\"><channel><title>"
            + String(repeating: "&a;", count: 50_000) + "</title></channel></rss>"
    }()
}
