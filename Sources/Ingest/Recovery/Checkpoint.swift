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
        /// The lowest of those that were given up.
        var floor: Mark?
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

    /// A page could not be taken in wholly: for the rest of this run the mark stays where it began, and the next run looks again.
    func giveUp(_ ticket: UInt64) {
        state.withLock { state in
            guard let mark = state.open.removeValue(forKey: ticket) else { return }
            state.floor = state.floor.map { mark.lower($0) } ?? mark
        }
    }

    /// The mark when nothing is under way but the pages that have begun: `current`, or the lowest of theirs.
    ///
    /// - Parameter excluding: a page that is as good as ended.
    func mark(current: Mark, excluding ticket: UInt64) -> Mark {
        state.withLock { state in
            let highest = state.floor.map { current.lower($0) } ?? current
            return state.open.reduce(highest) { mark, open in open.key == ticket ? mark : mark.lower(open.value) }
        }
    }
}

extension Checkpoint.Mark {
    /// The lower end of each reel.
    fileprivate func lower(_ other: Checkpoint.Mark) -> Checkpoint.Mark {
        Checkpoint.Mark(pages: min(pages, other.pages), articles: min(articles, other.articles))
    }
}
