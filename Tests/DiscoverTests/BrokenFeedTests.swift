import Discover
import Model
import Testing

@Suite struct BrokenFeedTests {
    @Test func aFeedCutInHalfGivesTheItemsBeforeTheCut() throws {
        let whole = Fixture.numberedItems(100)
        let feed = try Fixture.feed(String(whole.prefix(whole.count / 2)))
        #expect(feed.isDamaged && (45...51).contains(feed.items.count) && feed.title == "River Post")
        #expect(feed.items.enumerated().allSatisfy { $1.url?.href == "https://news.example/story/\($0)" })
    }

    @Test func noCutInventsALinkOrATitle() throws {
        let whole = Array(Fixture.numberedItems(12).utf8)
        let urls = try FeedReader.read(whole, contentType: nil, url: nil).items.map { $0.url?.href }
        var generator = SeededGenerator(for: "noCutInventsALinkOrATitle")
        for _ in 0..<400 {
            let cut = Array(whole.prefix(Int.random(in: 0..<whole.count, using: &generator)))
            guard let feed = try? FeedReader.read(cut, contentType: nil, url: nil) else { continue }
            #expect(feed.items.map { $0.url?.href } == Array(urls.prefix(feed.items.count)))
            #expect(feed.items.enumerated().allSatisfy { $1.title == "Story \($0)" })
        }
    }

    @Test func randomDamageNeverCrashes() throws {
        var generator = SeededGenerator(for: "randomDamageNeverCrashes")
        let sources = [
            Fixture.numberedItems(5), Fixture.atom("<entry><title>a</title><link href=\"/1\"/></entry>"),
            "{\"items\":[{\"id\":\"1\",\"url\":\"/1\"}]}", "<urlset><url><loc>https://n.example/1</loc></url></urlset>",
        ].map { Array($0.utf8) }
        for round in 0..<600 {
            var bytes = sources[round % sources.count]
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                let piece: [UInt8] = [.random(in: .min ... .max, using: &generator), 0x26, 0x3C].shuffled(
                    using: &generator)
                bytes.replaceSubrange(
                    place..<min(place + 2, bytes.count), with: piece.prefix(.random(in: 0...3, using: &generator)))
                if bytes.isEmpty { bytes = [0x3C] }
            }
            let feed = try? FeedReader.read(bytes, contentType: nil, url: nil)
            let sitemap = try? SitemapReader.read(bytes, contentType: nil, url: nil)
            #expect((feed?.items.count ?? 0) <= 10 && (sitemap?.urls.count ?? 0) <= 10)
        }
    }

    @Test func htmlNamesAndBareAmpersandsSurvive() throws {
        let feed = try Fixture.feed(
            Fixture.rss(
                """
                <item><title>Caf&eacute;&nbsp;R&D &amp; caf&#233; &hellip; &unknown; &#146;s</title>
                <link>https://news.example/?a=1&b=2&copy=3</link><description>x < y &lt;p&gt;</description></item>
                """))
        #expect(feed.items.first?.title == "Café R&D & café … &unknown; ’s")
        #expect(feed.items.first?.url?.href == "https://news.example/?a=1&b=2&copy=3")
        #expect(feed.items.first?.summary?.value == "x < y <p>")
    }

    @Test func entitiesAfterAnErrorAreNotLost() throws {
        let feed = try Fixture.feed(
            "<rss><channel><item><title>a</b></title><link>https://n.example/?a&amp;b</link></item></channel></rss>")
        #expect(feed.items.first?.url?.href == "https://n.example/?a&b")
    }

    @Test func controlCharactersGo() throws {
        let feed = try Fixture.feed(Fixture.rss("<item><title>a\u{0}b\u{8}c\u{1F}&#11;d</title><link>/1</link></item>"))
        #expect(feed.items.first?.title == "abc\u{FFFD}d")
    }

    @Test func whatAServerPrintsBeforeTheDeclarationIsSkipped() throws {
        let feed = try Fixture.feed("\u{FEFF}\n Notice: <b>old</b> call\n" + Fixture.numberedItems(2))
        #expect(feed.items.count == 2)
    }

    @Test func anUnclosedElementDoesNotSwallowTheItemsAfterIt() throws {
        let feed = try Fixture.feed(
            Fixture.rss(
                "<item><title>One<link>https://n.example/1</link></item><item><title>Two</title><link>https://n.example/2</link></item>"
            ))
        #expect(feed.isDamaged && feed.items.contains { $0.url?.href == "https://n.example/2" && $0.title == "Two" })
    }

    @Test func htmlThatWasNotEscapedDoesNotMixTheItems() throws {
        let items = (0..<600).map { number in
            "<item><title>T\(number)</title><description>a<br>b</p><p>c & <img src=x></description><link>/\(number)</link></item>"
        }
        let feed = try Fixture.feed(Fixture.rss(items.joined()))
        #expect(feed.isDamaged && feed.items.map { $0.url?.path } == (0..<600).map { "/\($0)" })
        #expect(feed.items.map(\.title) == (0..<600).map { "T\($0)" })
    }

    @Test func attributesWithoutQuotesDoNotEndTheFeed() throws {
        let feed = try Fixture.feed(
            "<rss version=2.0><channel><item><title>A</title><link>/1</link><enclosure url=x></item><item><link>/2</link></item></channel></rss>"
        )
        #expect(feed.items.map { $0.url?.path } == ["/1", "/2"] && feed.items.first?.title == "A")
    }

    @Test func upperCaseElementsAreUnderstood() throws {
        let feed = try Fixture.feed(
            "<RSS><CHANNEL><ITEM><TITLE>Loud</TITLE><LINK>https://n.example/1</LINK></ITEM></CHANNEL></RSS>")
        #expect(feed.items.first?.title == "Loud" && feed.items.first?.url?.href == "https://n.example/1")
    }

    @Test(arguments: [
        ("", DiscoverError.Code.empty), (" \n\t", .empty), ("<html><body>hello</body></html>", .notAFeed),
        ("just words", .notAFeed), ("<a/>", .notAFeed), ("\u{0}\u{1}\u{2}PK", .notAFeed),
        ("words <a", .notAFeed), ("<", .notAFeed), ("&", .notAFeed),
    ])
    func whatIsNoFeedIsAnError(_ text: String, _ code: DiscoverError.Code) {
        let error = #expect(throws: DiscoverError.self) { try Fixture.feed(text) }
        #expect(error?.code == code && error?.description.hasPrefix("https://news.example/feed: ") == true)
    }

    @Test func chineseFeedsAreRecodedByTheirDeclaration() throws {
        // 江河日报 in GB 18030.
        let name: [UInt8] = [0xBD, 0xAD, 0xBA, 0xD3, 0xC8, 0xD5, 0xB1, 0xA8]
        let bytes =
            Array("<?xml version=\"1.0\" encoding=\"gb2312\"?><rss><channel><title>".utf8) + name
            + Array("</title></channel></rss>".utf8)
        #expect(try FeedReader.read(bytes, contentType: nil, url: nil).title == "江河日报")
        #expect(try FeedReader.read(bytes, contentType: "text/xml; charset=gbk", url: nil).title == "江河日报")
    }
}
