internal import HTML

/// How the scan treats the elements of a name.
struct TagTraits {
    enum Treatment: UInt8 { case inline, block, skip }

    var treatment = Treatment.inline
    var kind = ScanBlock.Kind.text
    var level: UInt8 = 0

    static func of(_ tag: Tag) -> TagTraits {
        let index = Int(tag.rawValue)
        return index < table.count ? table[index] : TagTraits()
    }

    private static let table: [TagTraits] = {
        let blocks: [Tag] = [
            .address, .article, .aside, .body, .center, .dd, .details, .dialog, .dir, .div, .dl, .fieldset, .figure,
            .footer, .form, .header, .hgroup, .hr, .html, .legend, .main, .menu, .nav, .ol, .section, .summary, .table,
            .tbody, .tfoot, .thead, .tr, .ul, .head,
        ]
        let skipped: [Tag] = [
            .script, .style, .noscript, .template, .iframe, .object, .embed, .select, .option, .textarea, .button,
            .input, .canvas, .audio, .video, .title, .svg, .math, .noframes, .noembed, .applet, .map, .datalist, .rt,
            .rp,
        ]
        let kinds: [(Tag, ScanBlock.Kind, UInt8)] = [
            (.p, .paragraph, 0), (.h1, .heading, 1), (.h2, .heading, 2), (.h3, .heading, 3), (.h4, .heading, 4),
            (.h5, .heading, 5), (.h6, .heading, 6), (.li, .item, 0), (.td, .cell, 0), (.th, .cell, 0),
            (.blockquote, .quote, 0), (.pre, .code, 0), (.figcaption, .caption, 0), (.caption, .caption, 0),
            (.dt, .term, 0),
        ]
        var highest = 0
        for tag in blocks + skipped + kinds.map(\.0) { highest = max(highest, Int(tag.rawValue)) }
        var table = [TagTraits](repeating: TagTraits(), count: highest + 1)
        for tag in blocks { table[Int(tag.rawValue)].treatment = .block }
        for tag in skipped { table[Int(tag.rawValue)].treatment = .skip }
        for (tag, kind, level) in kinds {
            table[Int(tag.rawValue)] = TagTraits(treatment: .block, kind: kind, level: level)
        }
        return table
    }()
}
