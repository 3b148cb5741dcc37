import Discover
import Model
import Testing

@Suite struct JSONFeedTests {
    private let whole = """
        {"version":"https://jsonfeed.org/version/1.1","title":"Hill Radio","home_page_url":"https://hill.example/",
        "authors":[{"name":"The Desk"}],"items":[
        {"id":"1","url":"/one","title":"One \\u4e2d\\ud83d\\ude00","content_html":"<p>a</p>","date_published":"2024-06-07T08:09:10+08:00",
        "tags":["hills",7,null],"authors":[{"name":"Bo"}]},
        {"id":22,"external_url":"https://else.example/two","content_text":"plain <b>","unknown":{"deep":[1,2.5e3,true,false,null]}}]}
        """

    @Test func itemsGiveTheirFields() throws {
        let feed = try Fixture.feed(whole)
        #expect(feed.kind == .json && feed.title == "Hill Radio" && feed.link?.href == "https://hill.example/")
        #expect(feed.items.map { $0.url?.href } == ["https://news.example/one", "https://else.example/two"])
        #expect(feed.items.map(\.authors) == [["Bo"], ["The Desk"]] && feed.items.map(\.id) == ["1", "22"])
        #expect(feed.items[0].title == "One 中😀" && feed.items[0].categories == ["hills", "7"])
        #expect(feed.items[0].published == Timestamp(rfc3339: "2024-06-07T00:09:10Z"))
        #expect(feed.items[1].content == FeedText("plain <b>", isMarkup: false) && !feed.isDamaged)
    }

    @Test func version10sSingleAuthorIsRead() throws {
        let feed = try Fixture.feed("{\"author\":{\"name\":\"Solo\"},\"items\":[{\"id\":\"1\"}]}")
        #expect(feed.items.first?.authors == ["Solo"])
    }

    @Test(arguments: ["{}", "[]", "{\"items\":{}}", "{\"items", "[[[[", "{\"a\":tru"])
    func jsonThatIsNoFeedIsAnError(_ text: String) {
        #expect(throws: DiscoverError.self) { try Fixture.feed(text) }
    }

    @Test func everyCutGivesAPrefixOfTheItems() throws {
        let bytes = Array(whole.utf8)
        let all = try Fixture.feed(whole).items.map { $0.url?.href }
        let start = try #require(whole.utf8.firstRange(of: "\"items\":[".utf8)).upperBound
        for length in whole.utf8.distance(from: whole.startIndex, to: start)..<(bytes.count - 1) {
            let feed = try FeedReader.read(
                Array(bytes[..<length]), contentType: nil, url: WebURL("https://news.example/feed"))
            #expect(feed.isDamaged && feed.items.map { $0.url?.href } == Array(all.prefix(feed.items.count)))
        }
    }

    @Test func deepNestingEnds() throws {
        let text = String(repeating: "[", count: 1_000_000)
        let feed = try Fixture.feed("{\"items\":[{\"url\":\"/1\"},\(text)")
        #expect(feed.isDamaged && feed.items.count == 1)
        #expect(throws: DiscoverError.self) { try Fixture.feed("{\"x\":\(text),\"items\":[]}") }
    }
}
