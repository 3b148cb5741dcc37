/// What in a page's metadata calls it an article.
struct ArticleDeclarations {
    /// JSON-LD has a node of an article.
    let isLinked: Bool
    /// OpenGraph's type, or a time of publication.
    let isTyped: Bool

    init(_ meta: MetaTags, _ linked: LinkedData) {
        isLinked = linked.article.map(LinkedData.isArticle) == true
        isTyped =
            meta.first("og:type")?.containsFolded("article") == true || meta.first("article:published_time") != nil
    }

    var count: Int { (isLinked ? 1 : 0) + (isTyped ? 1 : 0) }
}
