internal import ControlProtocol
internal import Model

/// What differs between two readings of an article, field by field.
struct ArticleDiff {
    struct Change {
        /// The field's name in an article's JSON.
        let field: String
        /// The two values as JSON.
        let before: ArraySlice<UInt8>
        let after: ArraySlice<UInt8>
    }

    let changes: [Change]

    private static let fields = [
        "title", "subtitle", "authors", "publisher", "site", "editors", "section", "dateline", "published", "modified",
        "language", "text", "lead_image", "images", "tags", "related", "licences", "rights_holder", "next_pages",
        "integrity",
    ]

    init(from before: ArticleContent, to after: ArticleContent) {
        let (before, after) = (ArticleDiff.members(before), ArticleDiff.members(after))
        let null = Array("null".utf8)[...]
        var changes: [Change] = []
        for field in ArticleDiff.fields {
            let (old, new) = (before[field] ?? null, after[field] ?? null)
            if old != new { changes.append(Change(field: field, before: old, after: new)) }
        }
        // The same text may be cut into other blocks.
        if !changes.contains(where: { $0.field == "text" }), let old = before["blocks"], let new = after["blocks"],
            old != new
        {
            changes.append(Change(field: "blocks", before: old, after: new))
        }
        self.changes = changes
    }

    private static func members(_ content: ArticleContent) -> JSONMembers {
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.beginObject()
        content.writeMembers(to: &writer)
        writer.endObject()
        return JSONMembers(writer.bytes)
    }
}

extension ArticleDiff.Change {
    /// The values as a person reads them; a text is cut to where it begins to differ.
    var texts: (before: String, after: String) {
        let (old, new) = (ArticleDiff.Change.text(before), ArticleDiff.Change.text(after))
        let common = zip(old, new).prefix { $0 == $1 }.count
        guard common > 40 else { return (old, new) }
        return ("…" + old.dropFirst(common - 20), "…" + new.dropFirst(common - 20))
    }

    private static func text(_ json: ArraySlice<UInt8>) -> String {
        CleanText.line(JSONMembers.text(json) ?? String(decoding: json, as: UTF8.self))
    }

    func write(to writer: inout JSONWriter) {
        writer.member("field", field)
        writer.key("before")
        writer.raw(before)
        writer.key("after")
        writer.raw(after)
    }
}
