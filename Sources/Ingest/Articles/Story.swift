internal import Catalog
internal import Model

/// What the catalog learns of a text: the article that has it or the copy of one, and the texts that are near to it.
struct Story: Sendable {
    private let article: (entry: ArticleEntry, words: ArticleWords)?
    private let copy: ArticleCopy?
    private let textHash: ContentHash
    private let neighbours: [Clusters.Neighbour]

    /// A new article; its words are made ready here, so that the database's queue is not held up.
    init(_ article: Article, at offset: Offset, _ page: Page, _ neighbours: [Clusters.Neighbour]) {
        let entry = ArticleEntry(article, offset: offset, fetched: page.fetched)
        self.article = (entry, ArticleWords(title: entry.title, text: article.content.text))
        copy = nil
        textHash = article.contentHash
        self.neighbours = neighbours
    }

    /// A text that is kept already; `copy` is nil where it is known that the address carries it.
    init(copy: ArticleCopy?, textHash: ContentHash, _ neighbours: [Clusters.Neighbour]) {
        article = nil
        self.copy = copy
        self.textHash = textHash
        self.neighbours = neighbours
    }

    func save(_ database: CatalogDatabase, _ known: KnownClusters, wordsWait: Bool) throws {
        if let (entry, words) = article {
            _ = wordsWait ? try entry.insert(waiting: words, database) : try entry.insert(words, database)
        }
        try copy?.insert(database)
        try Clusters.link(textHash, to: neighbours, known, database)
    }
}
