internal import GRDB
package import Model

/// Whom a page names as the origin of its text, and whose page it is.
package struct Provenance: Sendable, Hashable {
    /// The outlet that the page names as its source (来源).
    package var named: String?
    /// The outlet in the dateline of the text.
    package var dateline: String?
    /// The name that the site gives itself.
    package var site: String?

    package init(named: String? = nil, dateline: String? = nil, site: String? = nil) {
        self.named = named
        self.dateline = dateline
        self.site = site
    }

    /// What an article's fields tell. A publisher that comes from a line on the page is a named source.
    package init(_ content: ArticleContent) {
        let rule = content.evidence["publisher"]?.from
        let isNamed = rule == "byline" || rule == "class:source"
        named = isNamed ? content.publisher?.name : nil
        dateline = content.dateline?.outlet
        site = content.site ?? content.section.first
    }

    init(row: Row) { self.init(named: row["named"], dateline: row["dateline"], site: row["site"]) }
}
