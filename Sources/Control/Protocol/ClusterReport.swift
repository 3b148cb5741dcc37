package import Model

/// Everybody who carries a story, and who published it first: `GET /v1/cluster`.
package struct ClusterReport: WireValue, Equatable {
    /// 16 hexadecimal digits; the same for every member, and another where texts join that bring two clusters together.
    package var cluster: String
    /// Nil where nothing speaks for anybody.
    package var first: FirstPublisherReport?
    /// In the order of their times.
    package var members: [ClusterMember]

    package init(cluster: String, first: FirstPublisherReport?, members: [ClusterMember]) {
        self.cluster = cluster
        self.first = first
        self.members = members
    }

    private enum CodingKeys: String, CodingKey {
        case cluster, members
        case first = "first_publisher"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("cluster", cluster)
        writer.object("first_publisher", first) { $0.writeMembers(to: &$1) }
        writer.array("members", members) { $0.writeMembers(to: &$1) }
    }
}

/// Who published a story first, and what speaks for it.
package struct FirstPublisherReport: Sendable, Equatable, Decodable {
    /// The outlet's name; nil where no page gives one.
    package var name: String?
    /// Its own page; nil where that is not among the members.
    package var url: String?
    package var published: WireTime?
    /// `named`: pages name it as their source (来源) or in the dateline; `time`: its page has the earliest time.
    package var basis: String
    /// How many members name it as their source, and how many in the dateline.
    package var sources: Int
    package var datelines: Int

    package init(name: String?, url: String?, published: Timestamp?, basis: String, sources: Int, datelines: Int) {
        self.name = name
        self.url = url
        self.published = published.map { WireTime($0) }
        self.basis = basis
        self.sources = sources
        self.datelines = datelines
    }

    private enum CodingKeys: String, CodingKey {
        case name, url, published, basis, sources, datelines
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("name", name)
        writer.member("url", url)
        writer.member("published", published?.timestamp)
        writer.member("basis", basis)
        writer.member("sources", sources)
        writer.member("datelines", datelines)
    }
}

/// A page that carries a story.
package struct ClusterMember: Sendable, Equatable, Decodable {
    package var url: String
    package var source: String
    /// The article; nil where the page has another one's text, word for word, and so is no article of its own.
    package var articleID: String?
    package var title: String?
    /// The outlet that the page names as its source, and the one in the dateline.
    package var namedSource: String?
    package var dateline: String?
    package var published: WireTime?
    package var fetched: WireTime

    package init(
        url: String, source: String, articleID: String?, title: String?, namedSource: String?, dateline: String?,
        published: Timestamp?, fetched: Timestamp
    ) {
        self.url = url
        self.source = source
        self.articleID = articleID
        self.title = title
        self.namedSource = namedSource
        self.dateline = dateline
        self.published = published.map { WireTime($0) }
        self.fetched = WireTime(fetched)
    }

    private enum CodingKeys: String, CodingKey {
        case url, source, title, dateline, published, fetched
        case articleID = "article_id"
        case namedSource = "named_source"
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("url", url)
        writer.member("source", source)
        writer.member("article_id", articleID)
        writer.member("title", title)
        writer.member("named_source", namedSource)
        writer.member("dateline", dateline)
        writer.member("published", published?.timestamp)
        writer.member("fetched", fetched.timestamp)
    }
}
