import Archive
import Catalog
import Dedup
import Model
import Reel
import Schedule
import Testing

@testable import Ingest

@Suite struct StoredPageTests {
    private let stores: TestStores

    init() throws { stores = try TestStores() }

    private func capture(_ body: String, status: Int = 200, requested: String? = nil) -> WARCCapture {
        let head =
            "HTTP/1.1 \(status) Fine\r\nContent-Type: text/html; charset=gb2312\r\nETag: \"7\"\r\n"
            + "Content-Encoding: gzip\r\nLast-Modified: Tue, 01 Sep 2026 08:00:00 GMT\r\n\r\n"
        var capture = WARCCapture(
            targetURI: "http://harbour.example/1?a=b", date: Timestamp(secondsSinceEpoch: 1_795_000_000),
            head: Array(head.utf8), body: Array(body.utf8), payloadDigest: Fingerprint.payloadHash(Array(body.utf8)),
            source: "harbour", purpose: "article")
        capture.requestedURI = requested
        return capture
    }

    private func stored(_ record: [UInt8]) async throws -> StoredPage? {
        let offset = try await stores.stores.pages.append(record)
        return try StoredPage.read(at: offset, in: stores.stores.pages)
    }

    @Test func aPageComesBackAsItWasKept() async throws {
        let stored = try #require(try await stored(WARCWriter.response(capture("<p>page</p>"))))
        let page = try #require(stored.page)
        #expect(page.body == Array("<p>page</p>".utf8))
        #expect(page.contentType == "text/html; charset=gb2312")
        #expect(page.url.href == "http://harbour.example/1?a=b")
        #expect(page.source == "harbour" && page.purpose == .article && page.status == 200)
        #expect(page.fetched == Timestamp(secondsSinceEpoch: 1_795_000_000))
        #expect(String(decoding: stored.head, as: UTF8.self).hasPrefix("HTTP/1.1 200 Fine\r\n"))
    }

    @Test func theAddressThatWasAskedForIsThePagesAndTheLastOneItsBase() async throws {
        let record = WARCWriter.response(capture("x", requested: "http://short.example/1"))
        let page = try #require(try await stored(record)?.page)
        #expect(page.url.href == "http://short.example/1")
        #expect(page.finalURL.href == "http://harbour.example/1?a=b")
    }

    @Test func aPageTeachesWhatTheNextRequestNeeds() async throws {
        let capture = capture("<p>page</p>")
        let stored = try #require(try await stored(WARCWriter.response(capture)))
        var state = URLStateFixture.empty
        stored.update(&state)
        #expect(state.entityTag == "\"7\"" && state.lastModified == "Tue, 01 Sep 2026 08:00:00 GMT")
        #expect(state.payloadHash == capture.payloadDigest)
        #expect(state.page?.offset == stored.offset)
        #expect(state.page?.recordID == capture.recordID.description)
        #expect(state.lastStatus == 200 && state.finalURL == "http://harbour.example/1?a=b")
    }

    @Test func aRevisitIsNoPageAndTeachesItsValidators() async throws {
        let record = WARCWriter.revisit(capture("x"), identicalTo: capture("x").reference)
        let stored = try #require(try await stored(record))
        #expect(stored.page == nil && stored.body.isEmpty)
        var state = URLStateFixture.empty
        stored.update(&state)
        #expect(state.page == nil && state.payloadHash == nil)
        #expect(state.entityTag == "\"7\"" && state.lastStatus == 200)
        #expect(state.lastFetched == Timestamp(secondsSinceEpoch: 1_795_000_000))
    }

    @Test func anOlderCaptureTeachesNothingNew() async throws {
        let stored = try #require(try await stored(WARCWriter.response(capture("<p>page</p>"))))
        var state = URLStateFixture.empty
        let later = Timestamp(secondsSinceEpoch: 1_795_000_009)
        state.lastFetched = later
        _ = state.sawAgain(at: later)
        state.lastStatus = 304
        state.entityTag = "\"8\""
        stored.update(&state)
        #expect(state.entityTag == "\"8\"" && state.lastStatus == 304 && state.page == nil)
        #expect(state.lastFetched == later)
    }

    @Test func anAnswerThatIsNoContentIsNoPage() async throws {
        #expect(try await stored(WARCWriter.response(capture("gone", status: 410)))?.page == nil)
    }

    @Test func recordsOfOtherKindsAreNoPages() async throws {
        let info = WARCWriter.warcinfo([("software", "x")], date: Timestamp(secondsSinceEpoch: 0))
        #expect(try await stored(info) == nil)
        #expect(try await stored(Array("no WARC at all".utf8)) == nil)
        #expect(try StoredPage.read(at: Offset(rawValue: 1 << 40), in: stores.stores.pages) == nil)
    }
}
