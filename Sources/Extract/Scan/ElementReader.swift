internal import HTML

/// What the attributes of one element say.
enum ElementReader {
    static func flags(of node: NodeID, tag: Tag, in document: Document) -> ElementFlags {
        var flags: ElementFlags = []
        switch tag {
        case .nav: flags.insert(.navigation)
        case .footer: flags.insert(.footer)
        case .aside: flags.insert(.sidebar)
        case .article: flags.insert(.article)
        case .figcaption: flags.insert(.caption)
        case .time: flags.insert(.date)
        case .dialog: flags.insert(.popup)
        default: break
        }
        if let value = document.attribute(.class, of: node) { ClassWords.flags(value, into: &flags) }
        if tag == .blockquote, let value = document.attribute(.class, of: node),
            value.containsFolded("tweet") || value.containsFolded("embed") || value.containsFolded("-media")
        {
            flags.insert(.share)
        }
        if tag == .p { flags.remove(.login) }
        if let value = document.attribute(.id, of: node) { ClassWords.flags(value, into: &flags) }
        if flags.contains(.article), flags.contains(.content) || flags.contains(.body) { flags.insert(.articleBody) }
        addSemantics(of: node, tag, in: document, to: &flags)
        return flags
    }

    private static func addSemantics(
        of node: NodeID, _ tag: Tag, in document: Document, to flags: inout ElementFlags
    ) {
        if let property = document.attribute(.itemprop, of: node) {
            if property.containsFolded("articlebody") { flags.insert(.articleBody) }
            if property.containsFolded("author") { flags.insert(.byline) }
            if property.containsFolded("datepublished") { flags.insert(.date) }
        }
        if let role = document.attribute(.role, of: node) {
            if role.equalsFolded("navigation") || role.equalsFolded("menu") { flags.insert(.navigation) }
            if role.equalsFolded("complementary") { flags.insert(.sidebar) }
            if role.equalsFolded("contentinfo") { flags.insert(.footer) }
            if role.equalsFolded("dialog") || role.equalsFolded("alert") { flags.insert(.popup) }
            if role.equalsFolded("search") { flags.insert(.tool) }
        }
        if document.attribute(.hidden, of: node) != nil { flags.insert(.hidden) }
        if let style = document.attribute(.style, of: node), isInvisible(style) { flags.insert(.hidden) }
        if tag == .a, let relation = document.attribute(.rel, of: node) {
            if relation.containsFolded("author") { flags.insert(.byline) }
            if relation.containsFolded("tag") { flags.insert(.tags) }
        }
    }

    private static func isInvisible(_ style: Bytes) -> Bool {
        guard let start = style.findFolded("display") else { return style.containsFolded("visibility:hidden") }
        var position = start + 7
        while position < style.count, style[position] == 0x20 || style[position] == 0x3A { position += 1 }
        return style.hasFolded("none", at: position)
    }

    /// A link that readers cannot see although it is laid out: moved off the screen, or with no size.
    static func isOutOfSight(_ node: NodeID, in document: Document) -> Bool {
        guard let style = document.attribute(.style, of: node) else { return false }
        return isOutOfSight(style)
    }

    static func isOutOfSight(_ style: Bytes) -> Bool {
        for text in [
            "font-size:0", "font-size: 0", "left:-9", "left: -9", "top:-9", "top: -9", "text-indent:-9",
            "text-indent: -9",
        ] as [StaticString]
        where style.containsFolded(text) {
            return true
        }
        return false
    }
}
