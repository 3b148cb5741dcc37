package import Model
package import Schedule

/// Who waits for fetches that were asked for, and how far these are.
///
/// A trigger is done when none of its pages is left; those that a source's page leads to count too.
package actor TriggerBoard {
    /// What a waiter is told.
    package enum Event: Sendable {
        case queued(CanonicalURL, SourceID)
        case ended(Attempt)
        /// Nothing is left: how many pages ended, and whether all ended well.
        case done(count: Int, isWell: Bool)
    }

    private struct Trigger {
        var open: Set<CanonicalURL> = []
        /// All that were ever open.
        var seen: Set<CanonicalURL> = []
        var ended = 0
        var isWell = true
        var isComplete = false
        let continuation: AsyncStream<Event>.Continuation
    }

    private var triggers: [TriggerID: Trigger] = [:]
    private var last: UInt64 = 0

    package init() {}

    /// Opens a trigger. Its events are kept for the waiter however slow it is: they are as many as its pages.
    package func open() -> (id: TriggerID, events: AsyncStream<Event>) {
        last += 1
        let id = TriggerID(rawValue: last)
        let (stream, continuation) = AsyncStream.makeStream(of: Event.self)
        triggers[id] = Trigger(continuation: continuation)
        continuation.onTermination = { _ in Task { await self.abandon(id) } }
        return (id, stream)
    }

    /// Adds a page to a trigger.
    package func expect(_ url: CanonicalURL, of source: SourceID, for ids: Set<TriggerID>) {
        for id in ids where triggers[id]?.open.insert(url).inserted == true {
            triggers[id]?.seen.insert(url)
            triggers[id]?.continuation.yield(.queued(url, source))
        }
    }

    /// Whether a page has ended for all of these triggers.
    package func hasEnded(_ url: CanonicalURL, for ids: Set<TriggerID>) -> Bool {
        !ids.isEmpty && ids.allSatisfy { triggers[$0].map { $0.seen.contains(url) && !$0.open.contains(url) } ?? false }
    }

    /// All that the user named has been added: from now on an empty trigger is done.
    package func complete(_ id: TriggerID) {
        triggers[id]?.isComplete = true
        finishIfDone(id)
    }

    /// Pages that will not be fetched after all, such as those of a source that was removed.
    package func withdraw(_ url: CanonicalURL, for ids: Set<TriggerID>) {
        for id in ids where triggers[id]?.open.remove(url) != nil { finishIfDone(id) }
    }

    /// A page has ended.
    package func ended(_ attempt: Attempt, for ids: Set<TriggerID>) {
        for id in ids where triggers[id]?.open.remove(attempt.entry.url) != nil {
            triggers[id]?.ended += 1
            if !attempt.outcome.endedWell { triggers[id]?.isWell = false }
            triggers[id]?.continuation.yield(.ended(attempt))
            finishIfDone(id)
        }
    }

    /// Ends every stream: the daemon stops.
    package func close() {
        for trigger in triggers.values { trigger.continuation.finish() }
        triggers = [:]
    }

    private func finishIfDone(_ id: TriggerID) {
        guard let trigger = triggers[id], trigger.isComplete, trigger.open.isEmpty else { return }
        trigger.continuation.yield(.done(count: trigger.ended, isWell: trigger.isWell))
        trigger.continuation.finish()
        triggers[id] = nil
    }

    private func abandon(_ id: TriggerID) { triggers[id] = nil }
}
