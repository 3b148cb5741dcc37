import Discover
import Model
import Testing

@Suite struct RSSTests {
    @Test func anItemGivesItsFields() throws {
        let feed = try Fixture.feed(
            Fixture.rss(
                """
                <item><title>Ferry runs again</title><link>https://news.example/a/1</link>
                <guid isPermaLink="false">ferry-1</guid><pubDate>Tue, 05 Mar 2024 08:30:00 +0800</pubDate>
                <dc:creator>Wen Lan</dc:creator><description>Short.</description>
                <content:encoded><![CDATA[<p>Long & whole.</p>]]></content:encoded>
                <category>Harbour</category><category>Travel</category></item>
                """))
        let item = try #require(feed.items.first)
        #expect(feed.kind == .rss && feed.title == "River Post" && feed.link?.href == "https://news.example/")
        #expect(item.title == "Ferry runs again" && item.id == "ferry-1" && item.authors == ["Wen Lan"])
        #expect(item.url?.href == "https://news.example/a/1")
        #expect(item.published == Timestamp(rfc3339: "2024-03-05T00:30:00Z"))
        #expect(item.summary?.value == "Short." && item.content?.value == "<p>Long & whole.</p>")
        #expect(item.categories == ["Harbour", "Travel"] && !feed.isDamaged)
    }

    @Test func aGuidThatIsAPermaLinkIsTheURL() throws {
        let feed = try Fixture.feed(Fixture.rss("<item><guid>https://news.example/g/7</guid></item>"))
        #expect(feed.items.first?.url?.href == "https://news.example/g/7")
    }

    @Test func theLinkCountsMoreThanTheGuid() throws {
        let feed = try Fixture.feed(
            Fixture.rss("<item><guid>https://news.example/g/7</guid><link>https://news.example/l/7</link></item>"))
        #expect(feed.items.first?.url?.href == "https://news.example/l/7")
    }

    @Test func aGuidThatIsNoURLGivesNone() throws {
        let feed = try Fixture.feed(
            Fixture.rss("<item><guid isPermaLink=\"false\">tag:7</guid><title>x</title></item>"))
        #expect(feed.items.count == 1 && feed.items[0].url == nil && feed.items[0].id == "tag:7")
    }

    @Test func relativeLinksAreTakenAgainstXMLBaseAndThenTheFeed() throws {
        let based = """
            <rss version="2.0" xml:base="https://base.example/dir/"><channel>
            <item><link>one.html</link></item><item xml:base="sub/"><link>two.html</link></item></channel></rss>
            """
        #expect(
            try Fixture.feed(based).items.map { $0.url?.href } == [
                "https://base.example/dir/one.html", "https://base.example/dir/sub/two.html",
            ])
        let plain = try Fixture.feed(Fixture.rss("<item><link>/three.html</link></item>"))
        #expect(plain.items.first?.url?.href == "https://news.example/three.html")
    }

    @Test func aScriptLinkIsNoURL() throws {
        let feed = try Fixture.feed(Fixture.rss("<item><title>x</title><link>javascript:alert(1)</link></item>"))
        #expect(feed.items.first?.url == nil)
    }

    @Test func theChannelsImageDoesNotGiveItsTitle() throws {
        let feed = try Fixture.feed(
            "<rss><channel><image><title>Logo</title><link>https://x.example/</link></image><title>Paper</title></channel></rss>"
        )
        #expect(feed.title == "Paper" && feed.link == nil)
    }

    @Test func anAtomLinkToItselfIsNotTheFeedsPage() throws {
        let feed = try Fixture.feed(
            Fixture.rss("", channel: "<atom:link rel=\"self\" href=\"https://news.example/rss\"/>"))
        #expect(feed.link?.href == "https://news.example/")
    }

    @Test func foreignElementsOfTheSameNameAreNotTheItems() throws {
        let feed = try Fixture.feed(
            """
            <rss xmlns:x="urn:own"><channel><item><x:title>wrong</x:title><title>right</title><x:link>https://w.example/</x:link>
            </item></channel></rss>
            """)
        #expect(feed.items.first?.title == "right" && feed.items.first?.url == nil)
    }

    @Test func rss1ItemsStandBesideTheChannel() throws {
        let feed = try Fixture.feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
             xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://news.example/"><title>Old Gazette</title></channel>
            <item rdf:about="https://news.example/1"><title>One</title><dc:date>2024-02-03T04:05:06Z</dc:date></item>
            </rdf:RDF>
            """)
        #expect(feed.kind == .rdf && feed.title == "Old Gazette")
        #expect(
            feed.items.first?.url?.href == "https://news.example/1" && feed.items.first?.id == "https://news.example/1")
        #expect(feed.items.first?.published == Timestamp(rfc3339: "2024-02-03T04:05:06Z"))
    }

    @Test func prefixesThatNobodyDeclaredAreUnderstood() throws {
        let feed = try Fixture.feed(
            "<rss><channel><item><title>x</title><content:encoded>Body</content:encoded><dc:creator>Mei</dc:creator></item></channel></rss>"
        )
        #expect(feed.items.first?.content?.value == "Body" && feed.items.first?.authors == ["Mei"])
    }

    @Test(arguments: [
        ("desk@news.example (Ada Field)", "Ada Field"), ("Ada Field (desk@news.example)", "Ada Field"),
        ("Ada Field <desk@news.example>", "Ada Field"), ("desk@news.example", "desk@news.example"),
        ("  王  小雨 ", "王 小雨"), ("Ada Field (Harbour)", "Ada Field"),
    ])
    func authorsAreNamesWithoutAddresses(_ written: String, _ name: String) throws {
        let escaped = written.replacing("<", with: "&lt;")
        let feed = try Fixture.feed(Fixture.rss("<item><title>x</title><author>\(escaped)</author></item>"))
        #expect(feed.items.first?.authors == [name])
    }

    @Test func theRefreshHintsAreRead() throws {
        let feed = try Fixture.feed(
            Fixture.rss(
                "",
                channel: """
                    <ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>5</hour><hour>99</hour></skipHours>
                    <skipDays><day>Sunday</day><day>saturday</day><day>Never</day></skipDays>
                    <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>12</sy:updateFrequency>
                    """))
        #expect(feed.refresh.timeToLive == .seconds(5400) && feed.refresh.updateInterval == .seconds(7200))
        #expect(feed.refresh.interval == .seconds(7200))
        #expect(feed.refresh.skipHours == [0, 5] && feed.refresh.skipDays == [0, 6])
    }

    @Test func absurdRefreshHintsAreLeftOut() throws {
        let channel = "<ttl>-5</ttl><sy:updatePeriod>soon</sy:updatePeriod>"
        #expect(try Fixture.feed(Fixture.rss("", channel: channel)).refresh == FeedRefresh())
    }

    @Test func markupInATitleBecomesText() throws {
        let feed = try Fixture.feed(
            Fixture.rss(
                "<item><title><![CDATA[<b>Rice</b> &amp; tea\n  harvest]]></title><link>/1</link></item>"
                    + "<item><title>Salt &lt;i&gt;and&lt;/i&gt; silk</title><link>/2</link></item>"
                    + "<item><title>1 &lt; 2</title><link>/3</link></item>"))
        #expect(feed.items.map(\.title) == ["Rice & tea harvest", "Salt and silk", "1 < 2"])
    }
}
