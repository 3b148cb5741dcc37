package import Model

/// Which records of a reel to send: the query of `GET /v1/reels/{name}/records`.
package struct RecordQuery: Sendable, Equatable {
    /// How many of the records that are there already.
    package enum Amount: Sendable, Equatable {
        case last(Int)
        case all
    }

    package static let reels = ["articles", "fetches", "pages"]

    /// Counted from the end of the reel, or with ``afterCursor`` from the cursor on; among the records that match.
    package var amount: Amount
    /// Whether to stay, and send what is appended.
    package var follow: Bool
    /// Records made at or after it.
    package var since: Timestamp?
    /// Records made before it.
    package var until: Timestamp?
    package var source: String?
    /// The cursor of a line seen before; what comes after it is sent.
    package var afterCursor: String?

    package init(
        amount: Amount = .last(10), follow: Bool = false, since: Timestamp? = nil, until: Timestamp? = nil,
        source: String? = nil, afterCursor: String? = nil
    ) {
        self.amount = amount
        self.follow = follow
        self.since = since
        self.until = until
        self.source = source
        self.afterCursor = afterCursor
    }

    /// The items that ``init(items:)`` reads.
    package var items: [(name: String, value: String)] {
        var items: [(name: String, value: String)] = []
        switch amount {
        case .last(let count): items.append(("n", String(count)))
        case .all: items.append(("n", "all"))
        }
        if follow { items.append(("follow", "1")) }
        if let since { items.append(("since", since.rfc3339)) }
        if let until { items.append(("until", until.rfc3339)) }
        if let source { items.append(("source", source)) }
        if let afterCursor { items.append(("after_cursor", afterCursor)) }
        return items
    }

    /// Reads a request's query. Without `n` it is all records where `since` or `after_cursor` is given, else the last ten.
    package init(items: [(name: String, value: String)]) throws(ErrorReport) {
        self.init()
        var isAmountGiven = false
        for (name, value) in items {
            switch name {
            case "n":
                amount = try RecordQuery.amount(value)
                isAmountGiven = true
            case "follow": follow = try QueryValue.flag(name, value)
            case "since": since = try QueryValue.time(name, value)
            case "until": until = try QueryValue.time(name, value)
            case "source": source = value
            case "after_cursor": afterCursor = value
            default: throw ErrorReport(.badRequest, "unknown query item \"\(name)\"")
            }
        }
        if !isAmountGiven, since != nil || afterCursor != nil { amount = .all }
    }

    private static func amount(_ value: String) throws(ErrorReport) -> Amount {
        if value == "all" { return .all }
        return .last(try QueryValue.count("n", value))
    }
}
