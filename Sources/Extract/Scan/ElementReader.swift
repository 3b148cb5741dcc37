internal import HTML

/// Reads what the attributes of elements say, each attribute once.
struct ElementReader {
    private var cache = ClassCache()
    /// The names that this document has of attributes in which frameworks call their components.
    private let componentNames: [AttributeName]

    init(_ document: Document) {
        let names: [StaticString] = [
            "data-component", "data-component-name", "data-testid", "data-test-id", "data-test", "data-qa",
            "data-module", "data-hook",
        ]
        componentNames = names.compactMap { document.attributeName(named: $0) }
    }

    /// What one element says of itself.
    struct Reading {
        var flags: ElementFlags = []
        /// Laid out, but moved off the screen or without size.
        var isOutOfSight = false
        var hasProperty = false
        var classKey: UInt64 = 0
    }

    mutating func read(_ node: NodeID, tag: Tag, in document: Document) -> Reading {
        var reading = Reading(flags: ElementReader.flags(of: tag))
        for (name, value) in document.attributes(of: node) {
            switch name {
            case .class:
                let (flags, key) = cache.flags(value)
                reading.flags.formUnion(flags)
                reading.classKey = key
                if tag == .blockquote, ElementReader.isEmbed(value) { reading.flags.insert(.share) }
            case .id:
                reading.flags.formUnion(ElementReader.meant(cache.flags(value).flags, by: value, of: tag))
            case .style: ElementReader.readStyle(value, into: &reading)
            case .hidden: reading.flags.insert(.hidden)
            case .role: reading.flags.formUnion(ElementReader.flags(ofRole: value))
            case .itemprop: ElementReader.readProperty(value, into: &reading)
            case .rel where tag == .a:
                if value.containsFolded("author") { reading.flags.insert(.byline) }
                if value.containsFolded("tag") { reading.flags.insert(.tags) }
            default:
                if componentNames.contains(name) { reading.flags.formUnion(cache.flags(value).flags) }
            }
        }
        if tag == .p { reading.flags.remove(.login) }
        if reading.flags.contains(.article), !reading.flags.isDisjoint(with: [.content, .body]) {
            reading.flags.insert(.articleBody)
        }
        return reading
    }

    /// What an id says that may be made of the words of a heading, to lead there.
    private static func meant(_ flags: ElementFlags, by id: Bytes, of tag: Tag) -> ElementFlags {
        guard !flags.isEmpty else { return flags }
        if id.count(where: { $0 == 0x2D || $0 == 0x5F }) >= 7 { return [] }
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: return flags.subtracting(.junk.union(.frame))
        default: return flags
        }
    }

    private static func flags(of tag: Tag) -> ElementFlags {
        switch tag {
        case .nav: .navigation
        case .footer: .footer
        case .aside: .sidebar
        case .article: .article
        case .figcaption: .caption
        case .time: .date
        case .dialog: .popup
        default: []
        }
    }

    private static func flags(ofRole role: Bytes) -> ElementFlags {
        if role.equalsFolded("navigation") || role.equalsFolded("menu") { return .navigation }
        if role.equalsFolded("complementary") { return .sidebar }
        if role.equalsFolded("contentinfo") { return .footer }
        if role.equalsFolded("dialog") || role.equalsFolded("alert") { return .popup }
        if role.equalsFolded("search") { return .tool }
        return []
    }

    private static func readProperty(_ property: Bytes, into reading: inout Reading) {
        reading.hasProperty = true
        if property.containsFolded("articlebody") { reading.flags.insert(.articleBody) }
        if property.containsFolded("author") { reading.flags.insert(.byline) }
        if property.containsFolded("datepublished") { reading.flags.insert(.date) }
    }

    private static func readStyle(_ style: Bytes, into reading: inout Reading) {
        if isInvisible(style) { reading.flags.insert(.hidden) }
        reading.isOutOfSight = isOutOfSight(style)
    }

    /// A post of another service, shown as a quotation.
    private static func isEmbed(_ value: Bytes) -> Bool {
        value.containsFolded("tweet") || value.containsFolded("embed") || value.containsFolded("-media")
    }

    private static func isInvisible(_ style: Bytes) -> Bool {
        guard let start = style.findFolded("display") else { return style.containsFolded("visibility:hidden") }
        var position = start + 7
        while position < style.count, style[position] == 0x20 || style[position] == 0x3A { position += 1 }
        return style.hasFolded("none", at: position)
    }

    static func isOutOfSight(_ style: Bytes) -> Bool {
        guard style.contains(UInt8(ascii: "0")) || style.contains(UInt8(ascii: "9")) else { return false }
        return outOfSight.occur(in: style)
    }

    private static let outOfSight: FoldedWords = [
        "font-size:0", "font-size: 0", "left:-9", "left: -9", "top:-9", "top: -9", "text-indent:-9", "text-indent: -9",
    ]
}
