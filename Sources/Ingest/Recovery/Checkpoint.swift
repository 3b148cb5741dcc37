internal import Model
internal import Synchronization

/// Up to where everything in the pages and articles reels has been taken in wholly. Safe from any thread.
///
/// A page that is under way holds the mark at the reels' ends of the moment it began, so that after a crash it is looked at
/// again, with all that came after it.
final class Checkpoint: Sendable {
    /// The ends of the two reels at one moment.
    struct Mark: Sendable, Equatable {
        var pages: Offset
        var articles: Offset
    }

    private struct State {
        var open: [UInt64: Mark] = [:]
        var last: UInt64 = 0
    }

    private let state = Mutex(State())

    /// A page begins; the ticket is given back to ``end(_:)``.
    func begin(_ mark: Mark) -> UInt64 {
        state.withLock { state in
            state.last += 1
            state.open[state.last] = mark
            return state.last
        }
    }

    func end(_ ticket: UInt64) {
        state.withLock { $0.open[ticket] = nil }
    }

    /// The mark when nothing is under way but the pages that have begun: `current`, or the lowest of theirs.
    ///
    /// - Parameter excluding: a page that is as good as ended.
    func mark(current: Mark, excluding ticket: UInt64) -> Mark {
        state.withLock { state in
            state.open.reduce(current) { mark, open in
                guard open.key != ticket else { return mark }
                return Mark(pages: min(mark.pages, open.value.pages), articles: min(mark.articles, open.value.articles))
            }
        }
    }
}
