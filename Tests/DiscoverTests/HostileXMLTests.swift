import Discover
import Model
import Testing

@Suite struct HostileXMLTests {
    @Test func entitiesWithinEntitiesDoNotGrow() throws {
        var declarations = "<!ENTITY l0 \"lol\">"
        for level in 1..<12 {
            declarations += "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
        }
        let feed = try Fixture.feed(
            "<!DOCTYPE rss [\(declarations)]><rss><channel><title>&l11;</title><item><link>/&l0;</link></item></channel></rss>"
        )
        #expect((feed.title ?? "").utf8.count < 100)
        #expect(feed.items.first?.url?.href == "https://news.example/lol")
    }

    @Test func aLongEntityUsedOftenStopsAtItsLimit() throws {
        let value = String(repeating: "x", count: 1000)
        let text =
            "<!DOCTYPE rss [<!ENTITY x \"\(value)\">]><rss><channel><title>T</title><description>"
            + String(repeating: "&x;", count: 20_000) + "</description></channel></rss>"
        #expect(try Fixture.feed(text).title == "T")
    }

    @Test func declaredTextIsPutIn() throws {
        let feed = try Fixture.feed(
            "<!DOCTYPE rss [<!ENTITY paper \"River > Post\">]><rss><channel><title>The &paper;</title></channel></rss>")
        #expect(feed.title == "The River > Post")
    }

    @Test func externalEntitiesAreNotRead() throws {
        let feed = try Fixture.feed(
            """
            <!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY % remote SYSTEM "http://127.0.0.1:9/x.dtd"> %remote;]>
            <rss><channel><title>a&file;b</title></channel></rss>
            """)
        #expect(feed.title?.contains("root:") == false)
    }

    @Test func deepNestingEndsWithWhatCameBefore() throws {
        let deep = String(repeating: "<a>", count: 200_000)
        let feed = try Fixture.feed(Fixture.rss("<item><title>First</title><link>/1</link></item>\(deep)"))
        #expect(feed.isDamaged && feed.items.map(\.title) == ["First"])
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "<", "&", "<a ", "</a>", "<a>&#", "]]>", "<![CDATA[", "<!--", "<!DOCTYPE [", "\u{1}", "&amp", "<x:y z=",
        ])
    func repeatedGarbageIsLinear(_ piece: String) {
        let text = "<rss><channel><title>" + String(repeating: piece, count: (1 << 16) / piece.utf8.count)
        let feed = try? Fixture.feed(text)
        #expect(feed?.items.isEmpty ?? true)
    }

    @Test(.timeLimit(.minutes(1))) func noiseIsAnError() {
        var generator = SeededGenerator(for: "noiseIsAnError")
        let noise = (0..<(1 << 14)).flatMap { _ in withUnsafeBytes(of: generator.next()) { Array($0) } }
        #expect(throws: DiscoverError.self) { try FeedReader.read(noise, contentType: nil, url: nil) }
        #expect(throws: DiscoverError.self) {
            try FeedReader.read(Array("<rss>".utf8) + noise, contentType: nil, url: nil)
        }
    }

    @Test func itemsBeyondTheLimitAreLeftOut() throws {
        let items = String(repeating: "<item><link>/1</link></item>", count: FeedReader.maximumItems + 10)
        #expect(try Fixture.feed("<rss><channel>\(items)</channel></rss>").items.count == FeedReader.maximumItems)
    }

    @Test func manyThreadsReadAtOnce() async throws {
        let text = Fixture.numberedItems(50)
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<32 { group.addTask { try Fixture.feed(text).items.count } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 50, count: 32))
    }
}
