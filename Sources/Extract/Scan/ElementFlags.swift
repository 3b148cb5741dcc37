/// What the class, id and role of an element say about the text in it.
struct ElementFlags: OptionSet, Hashable {
    let rawValue: UInt64

    static let comment = ElementFlags(rawValue: 1 << 0)
    static let related = ElementFlags(rawValue: 1 << 1)
    static let share = ElementFlags(rawValue: 1 << 2)
    static let navigation = ElementFlags(rawValue: 1 << 3)
    static let sidebar = ElementFlags(rawValue: 1 << 4)
    static let footer = ElementFlags(rawValue: 1 << 5)
    static let header = ElementFlags(rawValue: 1 << 6)
    static let advert = ElementFlags(rawValue: 1 << 7)
    static let promotion = ElementFlags(rawValue: 1 << 8)
    static let hidden = ElementFlags(rawValue: 1 << 9)
    static let byline = ElementFlags(rawValue: 1 << 10)
    static let date = ElementFlags(rawValue: 1 << 11)
    static let caption = ElementFlags(rawValue: 1 << 12)
    static let breadcrumb = ElementFlags(rawValue: 1 << 13)
    static let tags = ElementFlags(rawValue: 1 << 14)
    static let tool = ElementFlags(rawValue: 1 << 15)
    static let player = ElementFlags(rawValue: 1 << 16)
    static let popup = ElementFlags(rawValue: 1 << 17)
    static let ranking = ElementFlags(rawValue: 1 << 18)
    static let source = ElementFlags(rawValue: 1 << 19)
    static let biography = ElementFlags(rawValue: 1 << 20)
    static let content = ElementFlags(rawValue: 1 << 21)
    static let article = ElementFlags(rawValue: 1 << 22)
    static let body = ElementFlags(rawValue: 1 << 23)
    static let title = ElementFlags(rawValue: 1 << 24)
    static let meta = ElementFlags(rawValue: 1 << 25)
    static let login = ElementFlags(rawValue: 1 << 26)
    static let summary = ElementFlags(rawValue: 1 << 27)
    static let articleBody = ElementFlags(rawValue: 1 << 28)
    static let editor = ElementFlags(rawValue: 1 << 29)
    /// All the text is bold.
    static let strong = ElementFlags(rawValue: 1 << 30)
    /// A small word that only counts together with another, as "list".
    static let list = ElementFlags(rawValue: 1 << 31)

    /// Hidden by a class rather than by style: often only until a script runs.
    static let hiddenByClass = ElementFlags(rawValue: 1 << 32)

    /// Made to hold a picture.
    static let image = ElementFlags(rawValue: 1 << 33)

    /// Text that is not the article's.
    static let junk: ElementFlags = [
        .comment, .related, .share, .navigation, .sidebar, .footer, .advert, .promotion, .hidden, .breadcrumb, .tool,
        .player, .popup, .ranking, .login, .tags, .hiddenByClass, .biography,
    ]
    /// Text about the article rather than of it.
    static let frame: ElementFlags = [.byline, .date, .caption, .source, .meta, .editor]
}
