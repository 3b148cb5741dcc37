import Model
import Testing

@testable import Ingest

@Suite struct PathDateTests {
    @Test(arguments: [
        ("/2026/03/14/ferry.html", "2026-03-14"), ("/2026-03/14/content_1.htm", "2026-03-14"),
        ("/news/20260314/1.html", "2026-03-14"), ("/2024/02/", "2024-02-29"), ("/a/2026/12/x", "2026-12-31"),
        ("/2026-03-14-ferry", "2026-03-14"),
    ])
    func thePathNamesADay(path: String, day: String) throws {
        let time = try #require(PathDate.end(of: try WebURL("http://a.example" + path)))
        #expect(time.rfc3339 == day + "T23:59:59Z")
    }

    @Test(arguments: [
        "/", "/ferry", "/1234/56", "/2026/13/01", "/2026/02/30/", "/item/20261399", "/2026", "/99991231/",
    ])
    func thePathNamesNone(path: String) throws {
        #expect(PathDate.end(of: try WebURL("http://a.example" + path)) == nil)
    }
}
