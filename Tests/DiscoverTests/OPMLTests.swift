import Discover
import Model
import Testing

@Suite struct OPMLTests {
    private func read(_ body: String) throws -> [OPMLOutline] {
        try OPMLReader.read(
            Array("<?xml version=\"1.0\"?><opml version=\"2.0\"><head/><body>\(body)</body></opml>".utf8))
    }

    @Test func feedsAreFoundInFolders() throws {
        let outlines = try read(
            """
            <outline text="Papers"><outline type="rss" text="滨海日报" title="" xmlUrl="https://a.example/feed"/>
            <outline text="Deeper"><outline type="rss" text="Harbour &amp; Sea" xmlUrl="https://b.example/feed?a=1&amp;b=2" language="en"/>
            </outline></outline><outline type="rss" text="again" xmlUrl="https://a.example/feed"/>
            """)
        #expect(outlines.map(\.title) == ["滨海日报", "Harbour & Sea"])
        #expect(outlines.map(\.url.href) == ["https://a.example/feed", "https://b.example/feed?a=1&b=2"])
        #expect(outlines[1].language == "en")
    }

    @Test func bookmarksAndOtherSchemesAreNoSources() throws {
        let outlines = try read(
            """
            <outline type="link" text="site" url="https://a.example/"/><outline text="x" xmlUrl="file:///etc/passwd"/>
            <outline text="y" xmlUrl="javascript:alert(1)"/><outline text="z" xmlUrl=""/>
            """)
        #expect(outlines.isEmpty)
    }

    @Test func brokenXMLGivesWhatIsThere() throws {
        let outlines = try OPMLReader.read(
            Array(
                "<opml><body><outline text='a & b' xmlUrl='https://a.example/f'><outline xmlUrl='https://b.example/f'/>"
                    .utf8))
        #expect(outlines.map(\.url.href).contains("https://b.example/f"))
    }

    @Test(arguments: ["", "<rss/>", "<html><body>no</body></html>", "plain", "{}"])
    func whatIsNoOPMLIsRefused(text: String) {
        #expect(throws: DiscoverError.self) { try OPMLReader.read(Array(text.utf8)) }
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let settings = [
            ("id", "\"a\""), ("article_pattern", "'/\\d+<&>\"x'"), ("adaptive", "{\"minimum\": 5m, \"maximum\": 1d}"),
        ]
        let text = OPMLWriter.write(
            [
                .init(
                    title: "A \"quoted\" <name> & more", url: "https://a.example/?a=1&b=2", isFeed: true,
                    settings: settings),
                .init(title: "list", url: "https://b.example/", isFeed: false, settings: [("kind", "list")]),
            ], created: Timestamp(secondsSinceEpoch: 1_795_000_000))
        let outlines = try OPMLReader.read(Array(text.utf8))
        #expect(outlines.map(\.title) == ["A \"quoted\" <name> & more", "list"])
        #expect(outlines.map(\.url.href) == ["https://a.example/?a=1&b=2", "https://b.example/"])
        #expect(outlines[0].settings.elementsEqual(settings, by: ==))
        #expect(outlines[1].type == "link")
        #expect(text.contains("<dateCreated>"))
    }

    @Test func aBillionLaughsStaysSmall() throws {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let text =
            "<!DOCTYPE opml [<!ENTITY l0 \"lol\">\(laughs)]><opml><body><outline text=\"&l9;\" xmlUrl=\"https://a.example/f\"/></body></opml>"
        let outlines = try OPMLReader.read(Array(text.utf8))
        #expect((outlines.first?.title ?? "").utf8.count < 2 << 20)
    }
}
