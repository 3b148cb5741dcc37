internal import GRDB
internal import Model
internal import Synchronization

/// What is known without asking the database: which texts hang together in ``Clusters``, and the texts of articles.
///
/// Of hundreds of copies that a text is near to, all but the first hang together already. Belongs to one open file; a transaction
/// that is undone takes everything with it, so that nothing is known that the file does not have. Bounded by `maximumCount` texts.
package final class KnownClusters: Sendable {
    fileprivate struct State {
        /// The places of texts, by hash and by the article that has them.
        var places: [ContentHash: Int32] = [:]
        var articles: [String: Int32] = [:]
        var texts: [ContentHash] = []
        /// For each place another one of its cluster, nearer to the cluster's root; the root's own is itself.
        var parents: [Int32] = []
        /// Whether the end of the transaction under way is heard of.
        var isWatching = false
    }

    private let maximumCount: Int
    private let state = Mutex(State())

    package init(maximumCount: Int = 100_000) { self.maximumCount = maximumCount }

    /// One text for each cluster that is known to lie among the neighbours, and all that nothing is known of; none that is known to
    /// hang together with `text` already.
    func fewest(of neighbours: [Clusters.Neighbour], for text: ContentHash) -> [Clusters.Neighbour] {
        state.withLock { state in
            var roots: Set<Int32> = []
            if let own = state.places[text] { roots.insert(state.root(own)) }
            return neighbours.compactMap { neighbour in
                guard let place = state.place(of: neighbour) else { return neighbour }
                let root = state.root(place)
                return roots.insert(root).inserted ? .text(state.texts[Int(root)]) : nil
            }
        }
    }

    /// Notes what a transaction under way writes: the texts hang together, and some are those of articles.
    func join(_ texts: Set<ContentHash>, _ articles: [(id: String, text: ContentHash)], in database: Database) {
        let mustWatch = state.withLock { state in
            if state.texts.count + texts.count > maximumCount { state.forget() }
            state.join(texts)
            for (id, text) in articles { state.articles[id] = state.places[text] }
            defer { state.isWatching = true }
            return !state.isWatching
        }
        guard mustWatch else { return }
        database.afterNextTransaction(
            onCommit: { _ in self.state.withLock { $0.isWatching = false } },
            onRollback: { _ in
                self.state.withLock { state in
                    state.forget()
                    state.isWatching = false
                }
            })
    }
}

extension KnownClusters.State {
    fileprivate func place(of neighbour: Clusters.Neighbour) -> Int32? {
        switch neighbour {
        case .text(let hash): places[hash]
        case .article(let id): articles[id]
        }
    }

    /// The root of a place's cluster; the way there becomes half as long.
    fileprivate mutating func root(_ place: Int32) -> Int32 {
        var place = Int(place)
        while parents[place] != Int32(place) {
            parents[place] = parents[Int(parents[place])]
            place = Int(parents[place])
        }
        return Int32(place)
    }

    fileprivate mutating func join(_ texts: Set<ContentHash>) {
        var first: Int32?
        for text in texts {
            let root = root(enter(text))
            if let first { parents[Int(root)] = first } else { first = root }
        }
    }

    private mutating func enter(_ text: ContentHash) -> Int32 {
        if let place = places[text] { return place }
        let place = Int32(texts.count)
        texts.append(text)
        parents.append(place)
        places[text] = place
        return place
    }

    fileprivate mutating func forget() {
        let wasWatching = isWatching
        self = Self()
        isWatching = wasWatching
    }
}
