package import Model

/// Which articles to list: the query of `GET /v1/articles`.
package struct ArticleQuery: Sendable, Equatable {
    /// 1 to ``maximumLimit``.
    package var limit: Int
    package var source: String?
    /// Words to search for; nil for the most recent articles.
    package var query: String?

    package static let maximumLimit = 1000

    package init(limit: Int = 20, source: String? = nil, query: String? = nil) {
        self.limit = limit
        self.source = source
        self.query = query
    }

    /// The items that ``init(items:)`` reads.
    package var items: [(name: String, value: String)] {
        var items = [(name: "limit", value: String(limit))]
        if let source { items.append(("source", source)) }
        if let query { items.append(("query", query)) }
        return items
    }

    package init(items: [(name: String, value: String)]) throws(ErrorReport) {
        self.init()
        for (name, value) in items {
            switch name {
            case "limit": limit = min(max(1, try QueryValue.count(name, value)), ArticleQuery.maximumLimit)
            case "source": source = value
            case "query": query = value
            default: throw ErrorReport(.badRequest, "unknown query item \"\(name)\"")
            }
        }
    }
}

/// Articles in brief, the newest or the best match first: `GET /v1/articles`.
package struct ArticleList: WireValue, Equatable {
    package var articles: [ArticleSummary]

    package init(articles: [ArticleSummary]) { self.articles = articles }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.array("articles", articles) { $0.writeMembers(to: &$1) }
    }
}

/// An article in a line.
package struct ArticleSummary: Sendable, Equatable, Decodable {
    package var id: String
    package var url: String
    package var source: String
    package var title: String?
    package var published: WireTime?
    /// When its page was captured.
    package var fetched: WireTime
    /// Where the article lies in the articles reel.
    package var offset: Offset
    /// Where a search found its words; nil in a list.
    package var snippet: String?
    /// The cluster, how many addresses are in it, and its first publisher's name; nil where one address alone carries the story.
    package var cluster: String?
    package var addresses: Int?
    package var firstPublisher: String?

    package init(
        id: String, url: String, source: String, title: String?, published: Timestamp?, fetched: Timestamp,
        offset: Offset, snippet: String? = nil, cluster: String? = nil, addresses: Int? = nil,
        firstPublisher: String? = nil
    ) {
        self.id = id
        self.url = url
        self.source = source
        self.title = title
        self.published = published.map { WireTime($0) }
        self.fetched = WireTime(fetched)
        self.offset = offset
        self.snippet = snippet
        self.cluster = cluster
        self.addresses = addresses
        self.firstPublisher = firstPublisher
    }

    private enum CodingKeys: String, CodingKey {
        case id, url, source, title, published, fetched, offset, snippet, cluster, addresses
        case firstPublisher = "first_publisher"
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("id", id)
        writer.member("url", url)
        writer.member("source", source)
        writer.member("title", title)
        writer.member("published", published?.timestamp)
        writer.member("fetched", fetched.timestamp)
        writer.member("offset", offset.rawValue)
        writer.optional("snippet", snippet)
        if let cluster {
            writer.member("cluster", cluster)
            writer.member("addresses", addresses ?? 1)
            writer.member("first_publisher", firstPublisher)
        }
    }
}
