internal import Archive
internal import Catalog
internal import Fetch
internal import Model

/// Whether a URL's page is there, and since when it is not. The same calls in the same order give the same state, whether
/// the pages are fetched, taken up after a crash, or read from the reel once more.
extension URLState {
    /// A page was kept: what later requests and revisits refer to. Until it is read it counts as being there.
    mutating func took(_ page: Page, _ validators: Validators, payload: ContentHash?, record: WARCRecordID?) {
        if self.page == nil || self.page?.offset != page.offset { (seenBefore, goneBefore) = (lastSeen, gone) }
        entityTag = validators.entityTag
        lastModified = validators.lastModified
        finalURL = page.finalURL.href
        payloadHash = payload
        self.page = record.map {
            .init(offset: page.offset, recordID: $0.description, captured: page.fetched.asArchived)
        }
        withdrawal = nil
        isThere(at: page.fetched.asArchived)
    }

    /// The kept page was there once more; how the fetch ends.
    mutating func sawAgain(at time: Timestamp) -> Outcome {
        guard withdrawal == nil else { return .gone }
        isThere(at: time.asArchived)
        return .unchanged
    }

    /// The server said that the page is there no more.
    mutating func wentAway(at time: Timestamp) { gone = gone ?? time.asArchived }

    /// The kept page turned out to tell that the article is there no more. A second time changes nothing.
    mutating func wasWithdrawn(_ reason: String) {
        guard withdrawal == nil, let page else { return }
        withdrawal = reason
        lastSeen = seenBefore
        gone = goneBefore ?? page.captured
    }

    /// Takes new validators in place of those it had; an answer without any changes nothing.
    mutating func learn(_ validators: Validators) {
        guard !validators.isEmpty else { return }
        entityTag = validators.entityTag
        lastModified = validators.lastModified
    }

    /// A capture from before it went does not bring it back.
    private mutating func isThere(at time: Timestamp) {
        lastSeen = time
        if let gone, gone <= time { self.gone = nil }
    }
}

extension Timestamp {
    /// The time as a record has it: in whole seconds.
    var asArchived: Timestamp { Timestamp(secondsSinceEpoch: secondsSinceEpoch) }
}
