/// What the standard's lists say of an HTML element, as bits (HTML Standard, 13.2.4.2, 13.2.4.3 and 13.2.6.3).
struct TagTraits: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt16

    static let special = TagTraits(rawValue: 1 << 0)
    /// Ends the search for an element in scope.
    static let scope = TagTraits(rawValue: 1 << 1)
    static let listItemScope = TagTraits(rawValue: 1 << 2)
    static let buttonScope = TagTraits(rawValue: 1 << 3)
    static let tableScope = TagTraits(rawValue: 1 << 4)
    /// Its end tag may be implied.
    static let impliedEnd = TagTraits(rawValue: 1 << 5)
    static let thoroughlyImpliedEnd = TagTraits(rawValue: 1 << 6)
    static let heading = TagTraits(rawValue: 1 << 7)
    /// A child that does not belong in a table is put before it while one of these is the current node.
    static let fosters = TagTraits(rawValue: 1 << 8)
    /// Its start tag ends foreign content (13.2.6.5).
    static let breaksOut = TagTraits(rawValue: 1 << 9)
}

/// The traits and groups of all known tags, by number; made at first use.
struct TagTable: Sendable {
    private(set) var traits: [TagTraits]
    private(set) var starts: [StartGroup]
    private(set) var ends: [EndGroup]
    /// SVG's names with capitals, by the number of the name in lower case; 0 where there is none.
    private(set) var adjustedSVG: [UInt32]

    static let shared = TagTable()

    static let lists: [(TagTraits, StaticString)] = [
        (
            .special,
            """
            address applet area article aside base basefont bgsound blockquote body br button caption center col
            colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4
            h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav
            noembed noframes noscript object ol p param plaintext pre script search section select source style
            summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp
            """
        ),
        (.scope, "applet caption html table td th marquee object select template"),
        (.listItemScope, "applet caption html table td th marquee object select template ol ul"),
        (.buttonScope, "applet caption html table td th marquee object select template button"),
        (.tableScope, "html table template"),
        (.impliedEnd, "dd dt li optgroup option p rb rp rt rtc"),
        (
            .thoroughlyImpliedEnd,
            "dd dt li optgroup option p rb rp rt rtc caption colgroup tbody td tfoot th thead tr"
        ),
        (.heading, "h1 h2 h3 h4 h5 h6"),
        (.fosters, "table tbody tfoot thead tr"),
        (
            .breaksOut,
            """
            b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing
            menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
            """
        ),
    ]

    private init() {
        let count = KnownNames.tags.entries.count
        traits = [TagTraits](repeating: [], count: count)
        starts = [StartGroup](repeating: .other, count: count)
        ends = [EndGroup](repeating: .other, count: count)
        adjustedSVG = [UInt32](repeating: 0, count: count)
        for (trait, names) in Self.lists { for tag in Self.numbers(names) { traits[tag].formUnion(trait) } }
        for (group, names) in StartGroup.lists { for tag in Self.numbers(names) { starts[tag] = group } }
        for (group, names) in EndGroup.lists { for tag in Self.numbers(names) { ends[tag] = group } }
        for name in KnownTags.adjustedSVG.words {
            let lower = KnownNames.tags.number(of: name.map(\.lowercased))
            adjustedSVG[Int(lower)] = KnownNames.tags.number(of: name)
        }
    }

    /// The numbers of the names of a list.
    private static func numbers(_ names: StaticString) -> [Int] {
        names.words.map { Int(KnownNames.tags.number(of: $0)) }
    }
}
