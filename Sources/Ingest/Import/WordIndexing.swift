internal import Catalog
internal import Synchronization

/// Has the words of imported articles indexed as soon as no import is under way, and stops while one is.
final class WordIndexing: Sendable {
    fileprivate struct State {
        var imports = 0
        /// An import has ended since indexing last began.
        var isWanted = false
        var isRunning = false
    }

    private let state = Mutex(State())
    private let catalog: Catalog

    init(catalog: Catalog) { self.catalog = catalog }

    func importBegins() { state.withLock { $0.imports += 1 } }

    func importEnds() {
        let starts = state.withLock { state in
            state.imports -= 1
            state.isWanted = true
            guard state.imports == 0, !state.isRunning else { return false }
            state.isRunning = true
            return true
        }
        if starts { Task { await run() } }
    }

    private func run() async {
        while state.withLock({ $0.begins() }) {
            // What fails here waits on, and fails again before whoever searches, who is told.
            do { try await catalog.indexWaitingWords { self.goesOn() } } catch {}
        }
    }

    private func goesOn() -> Bool { state.withLock { $0.imports == 0 } }
}

extension WordIndexing.State {
    /// Whether there is something to do; else the work is over.
    fileprivate mutating func begins() -> Bool {
        isRunning = isWanted && imports == 0
        isWanted = isWanted && !isRunning
        return isRunning
    }
}
