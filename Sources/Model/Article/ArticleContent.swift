/// What a page says about its article: every field that extraction finds, without where it was kept or when it was fetched.
package struct ArticleContent: Sendable, Equatable, Decodable {
    package var title: String?
    package var subtitle: String?
    package var authors: [Author] = []
    package var publisher: Publisher?
    /// What the site calls itself in the page's metadata.
    package var site: String?
    /// The responsible editors (责任编辑).
    package var editors: [String] = []
    /// The breadcrumb, outermost first.
    package var section: [String] = []
    package var dateline: Dateline?
    package var published: Timestamp?
    package var modified: Timestamp?
    /// BCP 47, such as `zh`, `zh-Hant`, `en`.
    package var language: String?
    package var blocks: [Block] = []
    package var leadImage: String?
    package var images: [Image] = []
    package var tags: [String] = []
    package var related: [Link] = []
    /// Licence numbers such as ICP records.
    package var licences: [String] = []
    package var rightsHolder: String?
    package var integrity = Integrity()
    /// Which rule gave a field and how sure it is, by the field's JSON name.
    package var evidence: [String: Evidence] = [:]
    /// The further pages of an article in several pages.
    package var nextPages: [String] = []

    package init() {}

    /// The blocks' text, joined by a blank line. Images have no text in it.
    package var text: String {
        var text = ""
        text.reserveCapacity(blocks.reduce(0) { $0 + $1.text.utf8.count + 2 })
        for block in blocks where block.type != .image && !block.text.isEmpty {
            if !text.isEmpty { text += "\n\n" }
            text += block.text
        }
        return text
    }
}

/// A person who made the article, and as what.
package struct Author: Sendable, Hashable, Codable {
    package enum Role: String, Sendable, Codable {
        case reporter, correspondent, photographer, columnist, translator, author
    }

    package var name: String
    package var role: Role

    package init(name: String, role: Role) {
        self.name = name
        self.role = role
    }
}

/// The outlet that the page names as its source (来源), often not the host.
package struct Publisher: Sendable, Equatable, Codable {
    package var name: String
    package var url: String?

    package init(name: String, url: String?) {
        self.name = name
        self.url = url
    }
}

/// The opening of an agency story: who reports, from where, on which day.
package struct Dateline: Sendable, Equatable, Codable {
    package var outlet: String?
    package var place: String?
    /// `YYYY-MM-DD`.
    package var date: String?

    package init(outlet: String?, place: String?, date: String?) {
        self.outlet = outlet
        self.place = place
        self.date = date
    }
}

/// A piece of the body in reading order.
package struct Block: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable {
        case heading, paragraph, quote, list, table, image, code
    }

    package var type: Kind
    /// 1 to 6 for a heading.
    package var level: Int?
    /// A list has one line an item, a table one line a row with tabs between cells, an image its caption.
    package var text: String

    package init(type: Kind, level: Int? = nil, text: String) {
        self.type = type
        self.level = level
        self.text = text
    }
}

/// A picture of the article.
package struct Image: Sendable, Equatable, Codable {
    package var url: String
    package var caption: String?

    package init(url: String, caption: String?) {
        self.url = url
        self.caption = caption
    }
}

/// Another article that the page offers.
package struct Link: Sendable, Equatable, Codable {
    package var title: String
    package var url: String

    package init(title: String, url: String) {
        self.title = title
        self.url = url
    }
}

/// Which rule gave a field, and how sure it is.
package struct Evidence: Sendable, Equatable, Codable {
    /// The rule, such as `og:title`, `json-ld`, `byline`.
    package var from: String
    /// 0 to 1.
    package var confidence: Double

    package init(from: String, confidence: Double) {
        self.from = from
        self.confidence = confidence
    }
}
