package import Catalog
package import Reel

/// The three reels and the catalog over them.
package struct Stores: Sendable {
    package let pages: ReelWriter
    package let articles: ReelWriter
    package let fetches: ReelWriter
    package let catalog: Catalog

    package init(pages: ReelWriter, articles: ReelWriter, fetches: ReelWriter, catalog: Catalog) {
        self.pages = pages
        self.articles = articles
        self.fetches = fetches
        self.catalog = catalog
    }

    /// The three, in the order in which people name them.
    package var reels: [ReelWriter] { [articles, fetches, pages] }

    /// Closes the reels once what waits is durable, then the catalog.
    package func close() async {
        for reel in reels { await reel.close() }
        catalog.close()
    }

    /// The reels' acknowledged ends now.
    var mark: Checkpoint.Mark { Checkpoint.Mark(pages: pages.end, articles: articles.end) }
}
