import Archive
import Catalog
import Fetch
import Model
import Schedule
import Testing

@testable import Ingest

/// Since when a page is not there, as its URL's state has it.
@Suite struct PresenceTests {
    private func time(_ hours: Int64) -> Timestamp { Timestamp(secondsSinceEpoch: 1_795_000_000 + hours * 3600) }

    /// The state after a page that was captured at an hour.
    private func take(_ state: inout URLState, at hours: Int64, offset: UInt64? = nil) throws {
        let url = try Fixture.url("http://harbour.example/1")
        let page = Page(
            url: url, source: "harbour", purpose: .article, finalURL: url.url, status: 200, contentType: nil, body: [],
            offset: Offset(rawValue: offset ?? UInt64(hours)), fetched: time(hours))
        state.took(page, Validators(), payload: nil, record: WARCRecordID())
    }

    @Test func aPageThatTellsThatItIsGoneWasThereBefore() throws {
        var state = URLStateFixture.empty
        try take(&state, at: 1)
        #expect(state.sawAgain(at: time(5)) == .unchanged)
        try take(&state, at: 9)
        #expect(state.lastSeen == time(9) && state.gone == nil)
        state.wasWithdrawn("soft_404")
        #expect(state.lastSeen == time(5) && state.gone == time(9) && state.withdrawal == "soft_404")
        // The same page again, and its finding again, change nothing.
        #expect(state.sawAgain(at: time(12)) == .gone)
        state.wasWithdrawn("front_page")
        #expect(state.lastSeen == time(5) && state.gone == time(9) && state.withdrawal == "soft_404")
        // So does reading both from the reel once more.
        try take(&state, at: 9)
        state.wasWithdrawn("soft_404")
        #expect(state.lastSeen == time(5) && state.gone == time(9))
    }

    @Test func anEarlierWordOfTheServerIsTheTimeItWent() throws {
        var state = URLStateFixture.empty
        try take(&state, at: 1)
        state.wentAway(at: time(3))
        try take(&state, at: 9)
        #expect(state.gone == nil)
        state.wasWithdrawn("soft_404")
        #expect(state.lastSeen == time(1) && state.gone == time(3))
    }

    @Test func anArticleThatComesBackIsThere() throws {
        var state = URLStateFixture.empty
        try take(&state, at: 1)
        try take(&state, at: 2)
        state.wasWithdrawn("soft_404")
        try take(&state, at: 7)
        #expect(state.lastSeen == time(7) && state.gone == nil && state.withdrawal == nil)
    }

    @Test func aCaptureFromBeforeItWentDoesNotBringItBack() throws {
        var state = URLStateFixture.empty
        try take(&state, at: 1)
        state.wentAway(at: time(9))
        try take(&state, at: 4)
        #expect(state.lastSeen == time(4) && state.gone == time(9))
    }

    @Test(arguments: [
        ("soft_404", "http://harbour.example/1", "soft_404"), ("list_page", "http://harbour.example/", "front_page"),
        ("empty", "http://harbour.example/index.html", "front_page"), ("list_page", "http://harbour.example/1", nil),
        ("too_short", "http://harbour.example/?p=1", nil), ("verification_wall", "http://harbour.example/gate", nil),
    ]) func onlySomePagesTellThatAnArticleIsGone(reason: String, final: String, word: String?) throws {
        let page = Page(
            url: try Fixture.url("http://harbour.example/1"), source: "harbour", purpose: .article,
            finalURL: try Fixture.url(final).url, status: 200, contentType: nil, body: [], offset: .zero,
            fetched: time(0))
        #expect(Withdrawal(reason: reason, page)?.reason == word)
    }
}
