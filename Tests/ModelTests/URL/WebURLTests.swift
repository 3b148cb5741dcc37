import Testing

@testable import Model

struct WebURLTests {
    private func href(_ text: String, _ base: String? = nil) throws -> String {
        try WebURL(text, base: try base.map { try WebURL($0) }).href
    }

    private func reason(_ text: String, _ base: String? = nil) throws -> URLError.Reason? {
        let base = try base.map { try WebURL($0) }
        do throws(URLError) {
            _ = try WebURL(text, base: base)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func everyPartIsFound() throws {
        let url = try WebURL("https://ann:p%40ss@News.Example.org:8443/a/b.html?c=d&e#f?g")
        #expect(url.href == "https://ann:p%40ss@news.example.org:8443/a/b.html?c=d&e#f?g")
        #expect(url.scheme == "https" && url.username == "ann" && url.password == "p%40ss")
        #expect(url.host == "news.example.org" && url.port == 8443 && url.effectivePort == 8443)
        #expect(url.path == "/a/b.html" && url.query == "c=d&e" && url.fragment == "f?g")
        #expect(url.origin == "https://news.example.org:8443" && url.isHTTP && !url.hasOpaquePath)
        #expect(url.pathAndQuery == "/a/b.html?c=d&e")
        #expect(url.withoutFragment.href == "https://ann:p%40ss@news.example.org:8443/a/b.html?c=d&e")
    }

    @Test func absentPartsAreNilAndEmptyOnesAreNot() throws {
        let bare = try WebURL("http://example.org")
        #expect(bare.path == "/" && bare.query == nil && bare.fragment == nil && bare.port == nil)
        #expect(bare.effectivePort == 80 && bare.username.isEmpty && bare.password.isEmpty)
        let empty = try WebURL("http://example.org/?#")
        #expect(empty.query?.isEmpty == true && empty.fragment?.isEmpty == true)
        let mail = try WebURL("mailto:desk@example.org?subject=x")
        #expect(mail.host == nil && mail.hasOpaquePath && mail.path == "desk@example.org" && mail.query == "subject=x")
        #expect(mail.origin == "null" && mail.effectivePort == nil && !mail.isHTTP)
        let file = try WebURL("file:///var/lib/page.html")
        #expect(file.host?.isEmpty == true && file.origin == "null" && !file.hasOpaquePath)
    }

    @Test func whiteSpaceAndLineBreaksDoNotCount() throws {
        #expect(try href("  \n http://exa\tmple.org/a\r\nb \u{0}") == "http://example.org/ab")
    }

    @Test func aDefaultPortIsDropped() throws {
        #expect(try href("http://a.test:80/") == "http://a.test/")
        #expect(try href("https://a.test:0443/") == "https://a.test/")
        #expect(try href("https://a.test:80/") == "https://a.test:80/")
        #expect(try href("wss://a.test:443") == "wss://a.test/")
    }

    @Test func linksResolveAgainstThePageTheyStandOn() throws {
        let base = "https://a.test/news/2024/index.html?page=2#top"
        #expect(try href("story.html", base) == "https://a.test/news/2024/story.html")
        #expect(try href("../2023/./x", base) == "https://a.test/news/2023/x")
        #expect(try href("/x", base) == "https://a.test/x")
        #expect(try href("//b.test/x", base) == "https://b.test/x")
        #expect(try href("?page=3", base) == "https://a.test/news/2024/index.html?page=3")
        #expect(try href("#end", base) == "https://a.test/news/2024/index.html?page=2#end")
        #expect(try href("", base) == "https://a.test/news/2024/index.html?page=2")
        #expect(try href("https:x", base) == "https://a.test/news/2024/x")
        #expect(try href("http:x", base) == "http://x/")
        #expect(try href("..\\..\\..\\x", base) == "https://a.test/x")
        #expect(try href("\\\\c.test\\x", base) == "https://c.test/x")
    }

    @Test func dotSegmentsGoInAllTheirSpellings() throws {
        #expect(try href("http://a.test/b/%2E%2e/c/.%2E/%2e/d") == "http://a.test/d")
        #expect(try href("http://a.test/b/..") == "http://a.test/")
        #expect(try href("http://a.test/b/...") == "http://a.test/b/...")
        #expect(try href("http://a.test/b//../c") == "http://a.test/b/c")
    }

    @Test func eachPartHasItsOwnEncodeSet() throws {
        #expect(
            try href("http://a b:c'd@a.test/e f'\"{}^?g h'\"{}^#i j'\"{}`")
                == "http://a%20b:c'd@a.test/e%20f'%22%7B%7D%5E?g%20h%27%22{}^#i%20j'%22{}%60")
        #expect(try href("http://a.test/新闻?标题=中") == "http://a.test/%E6%96%B0%E9%97%BB?%E6%A0%87%E9%A2%98=%E4%B8%AD")
        #expect(try href("x:a b\u{1}é") == "x:a b%01%C3%A9")
    }

    @Test func bytesThatAreNotUTF8AreEncodedAsTheyStand() throws {
        let gbk: [UInt8] = Array("http://a.test/?q=".utf8) + [0xD0, 0xC2, 0xCE, 0xC5]
        let url = try gbk.withUnsafeBufferPointer { (bytes) throws(URLError) in try WebURL(utf8: bytes) }
        #expect(url.href == "http://a.test/?q=%D0%C2%CE%C5")
    }

    @Test func whatIsNoURLSaysWhy() throws {
        #expect(try reason("a/b") == .relativeWithoutBase)
        #expect(try reason("a/b", "mailto:x@a.test") == .opaqueBase)
        #expect(try reason("http://") == .missingHost)
        #expect(try reason("http://user@/x") == .missingHost)
        #expect(try reason("http://a b/") == .invalidHost)
        #expect(try reason("http://a%00b/") == .invalidHost)
        #expect(try reason("http://\u{FFFD}.test/") == .invalidDomain)
        #expect(try reason("http://1.2.3.4.5/") == .invalidIPv4)
        #expect(try reason("http://[::1/") == .invalidIPv6)
        #expect(try reason("http://a.test:65536/") == .invalidPort)
        #expect(try reason("http://a.test:8x/") == .invalidPort)
        #expect(try reason("http://a.test/" + String(repeating: "a", count: 70_000)) == .tooLong)
        #expect(try reason("http://a.test/" + String(repeating: " a", count: 30_000)) == .tooLong)
        let error = URLError(text: "a/b", base: nil, reason: .relativeWithoutBase)
        #expect(error.description.contains("\"a/b\" is not a URL") && error.description.contains("no scheme"))
    }

    @Test func aDriveLetterIsNoHostAndIsNeverClimbedOver() throws {
        #expect(try href("file://C|/a/../../b") == "file:///C:/b")
        #expect(try href("..", "file:///C:/a/b") == "file:///C:/")
        #expect(try href("/x", "file:///C:/a/b") == "file:///C:/x")
        #expect(try href("file://localhost/x") == "file:///x")
        #expect(try href("file://share/x") == "file://share/x")
    }

    @Test func aPathWithoutAHostNeverReadsAsOne() throws {
        #expect(try href("x:/..//evil.test/") == "x:/.//evil.test/")
        #expect(try href("..//p", "x:/a") == "x:/.//p")
        #expect(try WebURL("x:/.//p").path == "//p")
    }

    @Test func theLastSpaceOfAnOpaquePathIsEncodedBeforeAQuery() throws {
        #expect(try href("x:a  ?q") == "x:a %20?q")
        #expect(try href("x:a  #f") == "x:a %20#f")
        #expect(try href("x:a  b") == "x:a  b")
    }
}
