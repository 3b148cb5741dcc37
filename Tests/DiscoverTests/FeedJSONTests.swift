import Discover
import Model
import Testing

@Suite struct FeedJSONTests {
    @Test func aFeedIsOneObjectWithItsItems() throws {
        var writer = JSONWriter()
        let feed = try Fixture.feed(
            Fixture.rss(
                """
                <item><title>One</title><link>/1</link><guid isPermaLink="false">g</guid><pubDate>Tue, 05 Mar 2024 08:30:00 GMT</pubDate>
                <author>Wen Lan</author><category>c</category><description>&lt;p&gt;s&lt;/p&gt;</description></item>
                """, channel: "<ttl>5</ttl><skipHours><hour>3</hour></skipHours>"))
        feed.write(to: &writer)
        #expect(
            writer.string == """
                {"schema":1,"kind":"rss","title":"River Post","link":"https://news.example/","next":null,"damaged":false,\
                "refresh":{"interval_seconds":300,"skip_hours":[3],"skip_days":[]},"items":[{"title":"One",\
                "url":"https://news.example/1","id":"g","published":"2024-03-05T08:30:00Z","updated":null,"authors":["Wen Lan"],\
                "summary":"<p>s</p>","content":null,"categories":["c"]}]}
                """)
    }
}
