import Loopback
import Foundation

/// A news site in memory: a list page at `/` and stories, each with its entity tag or without.
final class PageServer: Sendable {
    let count: Int
    let hasTags: Bool
    private let server: LoopbackServer

    /// - Parameters:
    ///   - padding: bytes in each page that do not compress.
    ///   - gate: each story passes it before it is answered.
    init(stories count: Int, hasTags: Bool = true, padding: Int = 0, gate: Gate? = nil) throws {
        self.count = count
        self.hasTags = hasTags
        server = try LoopbackServer { peer in
            while let request = peer.readRequest() {
                if request.path != "/" { gate?.pass() }
                guard
                    PageServer.answer(
                        request, to: peer, count: count, hasTags: hasTags, padding: padding)
                else { return }
            }
        }
    }

    func stop() { server.stop() }

    func url(_ path: String = "/") -> String { server.url(path) }

    func story(_ number: Int) -> String { url(PageServer.path(number)) }

    /// The site as a source that is looked at once an hour.
    func source(_ id: String) -> String {
        "  - {id: \(id), url: \"\(url())\", kind: list, every: 1h, article_pattern: '/news/story-\\d+\\.html'}\n"
    }

    private static func path(_ number: Int) -> String { "/news/story-\(number).html" }

    private static func answer(
        _ request: Peer.Request, to peer: Peer, count: Int, hasTags: Bool, padding: Int
    ) -> Bool {
        if request.path == "/" {
            let items = (0..<count).map { "<li><a href=\"\(path($0))\">\(Story.title($0))</a></li>" }.joined()
            return peer.respond(200, ["Content-Type: text/html"], text: "<html><body><ul>\(items)</ul></body></html>")
        }
        guard let number = (0..<count).first(where: { path($0) == request.path }) else {
            return peer.respond(404, ["Content-Type: text/plain"], text: "no such page")
        }
        let tag = "\"story-\(number)\""
        let page = Story.page(number) + Story.noise(padding, seed: number)
        guard hasTags else { return peer.respond(200, ["Content-Type: text/html"], text: page) }
        if request.header("If-None-Match") == tag {
            return peer.send("HTTP/1.1 304 Not Modified\r\nETag: \(tag)\r\n\r\n")
        }
        return peer.respond(200, ["Content-Type: text/html", "ETag: \(tag)"], text: page)
    }
}

/// Invented stories, no two alike.
enum Story {
    static func title(_ number: Int) -> String { "Harbour story number \(number) has a headline of its own" }

    /// A comment that does not compress; the same for the same seed.
    static func noise(_ bytes: Int, seed: Int) -> String {
        guard bytes > 0 else { return "" }
        var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
        let letters = (0..<bytes).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(ascii: "A") + UInt8(truncatingIfNeeded: state >> 58) % 58
        }
        return "<!--" + String(decoding: letters, as: UTF8.self).replacing("-", with: "_") + "-->"
    }

    static func page(_ number: Int, charset: String = "utf-8") -> String {
        let words = [
            "pilot", "anchor", "mast", "gull", "quay", "barge", "tide", "rope", "lamp", "crane", "hull", "net",
        ]
        func word(_ place: Int) -> String { words[(number * 7 + place * 5 + number / 3 * place) % words.count] }
        let paragraphs = (1...4).map { line in
            let sentence = (0..<24).map { "\(word($0 * line)) \(number * 31 + $0 * line)" }.joined(separator: " and ")
            return "<p>In the harbour the \(sentence) were counted once more, as the harbour master said.</p>"
        }
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="\(charset)"><title>\(title(number))</title></head>
            <body><nav><a href="/">Home</a></nav><article><h1>\(title(number))</h1>
            <p class="byline">By Odette Marrow</p>
            \(paragraphs.joined(separator: "\n"))
            </article><footer>The Invented Harbour Times</footer></body></html>
            """
    }
}
