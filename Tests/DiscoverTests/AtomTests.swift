import Discover
import Model
import Testing

@Suite struct AtomTests {
    @Test func anEntryGivesItsFields() throws {
        let feed = try Fixture.feed(
            Fixture.atom(
                """
                <entry><title>Bridge opens</title><id>tag:harbour.example,2024:1</id>
                <link rel="edit" href="https://harbour.example/edit/1"/><link href="https://harbour.example/1"/>
                <published>2024-01-02T03:04:05Z</published><updated>2024-01-03T03:04:05+08:00</updated>
                <author><name>Ning Hai</name><email>n@harbour.example</email></author>
                <summary>In short.</summary><content type="html">&lt;p&gt;At length.&lt;/p&gt;</content>
                <category term="bridges" label="Bridges"/></entry>
                """,
                feed:
                    "<link rel=\"self\" href=\"https://harbour.example/atom\"/><link href=\"https://harbour.example/\"/>"
            ))
        let item = try #require(feed.items.first)
        #expect(feed.kind == .atom && feed.title == "Harbour News" && feed.link?.href == "https://harbour.example/")
        #expect(item.title == "Bridge opens" && item.id == "tag:harbour.example,2024:1")
        #expect(item.url?.href == "https://harbour.example/1" && item.authors == ["Ning Hai"])
        #expect(item.published == Timestamp(rfc3339: "2024-01-02T03:04:05Z"))
        #expect(item.updated == Timestamp(rfc3339: "2024-01-03T03:04:05+08:00"))
        #expect(item.summary == FeedText("In short.", isMarkup: false))
        #expect(item.content == FeedText("<p>At length.</p>", isMarkup: true))
        #expect(item.categories == ["Bridges", "bridges"])
    }

    @Test func anHTMLAlternateComesBeforeOthers() throws {
        let feed = try Fixture.feed(
            Fixture.atom(
                "<entry><link type=\"application/pdf\" href=\"https://h.example/1.pdf\"/><link type=\"text/html\" href=\"https://h.example/1\"/></entry>"
            ))
        #expect(feed.items.first?.url?.href == "https://h.example/1")
    }

    @Test func ampersandsInLinksAreOneCharacter() throws {
        let feed = try Fixture.feed(
            Fixture.atom(
                "<entry><link href=\"/?a=1&amp;b=2&c=3&#38;d=4\"/></entry><entry><link href='/?e=&amp;#38;&amp;'/></entry>"
            ))
        #expect(feed.items.map { $0.url?.query } == ["a=1&b=2&c=3&d=4", "e=&"])
        #expect(feed.items.last?.url?.fragment == "38;&")
    }

    @Test func linksFollowTheNearestXMLBase() throws {
        let feed = try Fixture.feed(
            Fixture.atom(
                "<entry><link href=\"a\"/></entry><entry xml:base=\"https://other.example/x/\"><link href=\"b\"/></entry>",
                attributes: "xml:base=\"https://h.example/dir/\""))
        #expect(feed.items.map { $0.url?.href } == ["https://h.example/dir/a", "https://other.example/x/b"])
    }

    @Test func theFeedsAuthorSpeaksForEntriesWithoutOne() throws {
        let feed = try Fixture.feed(
            Fixture.atom(
                "<entry><id>1</id></entry><entry><id>2</id><author><name>Own</name></author></entry>"
                    + "<entry><id>3</id><source><author><name>Source</name></author></source></entry>",
                feed: "<author><name>Feed</name></author>"))
        #expect(feed.items.map(\.authors) == [["Feed"], ["Own"], ["Source"]])
    }

    @Test func plainTextKeepsItsAngleBrackets() throws {
        let feed = try Fixture.feed(Fixture.atom("<entry><title>The &lt;wok&gt; tag</title><id>1</id></entry>"))
        #expect(feed.items.first?.title == "The <wok> tag")
    }

    @Test func xhtmlIsUnwrappedAndEscapedAgain() throws {
        let feed = try Fixture.feed(
            Fixture.atom(
                """
                <entry><id>1</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="a&quot;b">R&amp;D &lt;3<br/>ok</p></div></content></entry>
                """))
        #expect(feed.items.first?.content?.value == "<p class=\"a&quot;b\">R&amp;D &lt;3<br>ok</p>")
    }

    @Test func base64ContentIsDecodedAndOtherTextLeftAlone() throws {
        let feed = try Fixture.feed(
            Fixture.atom(
                "<entry><id>1</id><content type=\"application/octet-stream\"> SGFy\n Ym91cg== </content></entry>"
                    + "<entry><id>2</id><content type=\"application/octet-stream\">not base64!</content></entry>"))
        #expect(feed.items.map { $0.content?.value } == ["Harbour", "not base64!"])
    }

    @Test func atom03IsUnderstood() throws {
        let feed = try Fixture.feed(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">A &lt;b&gt;B&lt;/b&gt;</title>
            <entry><issued>2004-05-06T07:08:09Z</issued><modified>2004-05-07T07:08:09Z</modified><id>urn:1</id></entry></feed>
            """)
        #expect(feed.title == "A B")
        #expect(feed.items.first?.published == Timestamp(rfc3339: "2004-05-06T07:08:09Z"))
        #expect(feed.items.first?.updated == Timestamp(rfc3339: "2004-05-07T07:08:09Z"))
    }

    @Test func aPagedFeedNamesItsNextPage() throws {
        let feed = try Fixture.feed(Fixture.atom("", feed: "<link rel=\"next\" href=\"/atom?page=2\"/>"))
        #expect(feed.next?.href == "https://news.example/atom?page=2")
    }

    @Test func aSummaryFallsBackToTheContent() throws {
        let feed = try Fixture.feed(Fixture.atom("<entry><id>1</id><content>Only this</content></entry>"))
        #expect(feed.items.first?.summary?.plain == "Only this")
    }
}
