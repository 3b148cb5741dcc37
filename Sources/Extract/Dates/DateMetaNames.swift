/// The names of meta elements that carry dates.
enum DateMetaNames {
    static let published: [(StaticString, Double)] = [
        ("article:published_time", 0.93), ("og:published_time", 0.92), ("datepublished", 0.92), ("publishdate", 0.9),
        ("pubdate", 0.9), ("publish_date", 0.9), ("published_time", 0.88), ("article:published", 0.9),
        ("og:pubdate", 0.88), ("parsely-pub-date", 0.9), ("sailthru.date", 0.88), ("dc.date.issued", 0.9),
        ("dcterms.created", 0.88), ("dcterms.issued", 0.88), ("dc.date", 0.82), ("dc.date.created", 0.85),
        ("date", 0.8),
        ("article.published", 0.9), ("cxenseparse:recs:publishtime", 0.85), ("article_date_original", 0.88),
        ("originalpublicationdate", 0.88), ("publication_date", 0.88), ("publication-date", 0.88), ("ptime", 0.85),
        ("article.created", 0.85), ("bt:pubdate", 0.88), ("pdate", 0.85), ("displaydate", 0.85), ("created", 0.75),
        ("article:create_at", 0.85), ("weibo:article:create_at", 0.85), ("citation_publication_date", 0.85),
        ("release_date", 0.8), ("date-publication", 0.85), ("firstpublished", 0.88), ("og:article:published_time", 0.9),
        ("published-date", 0.88), ("published_date", 0.88), ("article-publication-date", 0.88), ("ctime", 0.8),
        ("vr:published_time", 0.88), ("cre", 0.6), ("pub_date", 0.88), ("publishtime", 0.86), ("dateline", 0.7),
        ("og:release_date", 0.85), ("bytedance:published_time", 0.86), ("datecreated", 0.82), ("dc.created", 0.85),
        ("sis-date", 0.6), ("rnews:datepublished", 0.9),
    ]

    static let modified: [StaticString] = [
        "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
        "article:modified", "dc.date.modified", "article.updated", "bytedance:updated_time", "updated_time", "revised",
        "article:update_at", "utime", "lastmodified", "modified", "last_updated",
    ]
}
