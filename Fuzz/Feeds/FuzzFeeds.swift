import Discover
import HTML
import Model

/// What libFuzzer calls with each input: a body as a feed, a sitemap, a list, or whatever it seems to be. The first byte chooses.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFeeds(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0, let url = CanonicalURL("https://news.example.org/list/")?.url else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let types = [nil, "text/xml", "text/html; charset=gbk", "text/plain"]
    let type = types[Int(start[0] >> 4) & 3]
    let kinds: [SourceKind] = [.auto, .feed, .sitemap, .list]
    let page = PageInput(bytes: bytes, contentType: type, url: url)
    if let found = attempt({ () throws(DiscoverError) in
        try Discoverer.discover(page, kind: kinds[Int(start[0]) & 3])
    }) {
        hold(Set(found.articles.map(\.url)).count == found.articles.count, "a link twice")
    }
    var writer = JSONWriter(reservingCapacity: 1024)
    if start[0] & 4 == 0 {
        attempt({ () throws(DiscoverError) in try FeedReader.read(bytes, contentType: type, url: url) })?
            .write(to: &writer)
    } else {
        attempt({ () throws(DiscoverError) in try SitemapReader.read(bytes, contentType: type, url: url) })?
            .write(to: &writer)
    }
    hold(String(validating: writer.bytes, as: UTF8.self) != nil, "not UTF-8")
    return 0
}

/// Nil where the reader refuses, which it may, in words.
private func attempt<Value>(_ read: () throws(DiscoverError) -> Value) -> Value? {
    do throws(DiscoverError) {
        return try read()
    } catch {
        hold(!error.description.isEmpty, "a refusal without words")
        return nil
    }
}
