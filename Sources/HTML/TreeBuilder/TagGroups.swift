/// Start tags that the "in body" insertion mode treats alike (HTML Standard, 13.2.6.4.7).
enum StartGroup: UInt8, Sendable {
    case other, html, headContent, body, frameset, block, heading, pre, form, listItem, description, plaintext, button
    case anchor, formatting, nobr, marker, table, voidPhrasing, input, voidOther, hr, image, textarea, xmp, iframe
    case noembed, noscript, select, option, optgroup, rubyBase, rubyText, math, svg, selectedContent, misplaced

    static let lists: [(StartGroup, StaticString)] = [
        (.html, "html"),
        (.headContent, "base basefont bgsound link meta noframes script style template title"),
        (.body, "body"),
        (.frameset, "frameset"),
        (
            .block,
            """
            address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header
            hgroup main menu nav ol p search section summary ul
            """
        ),
        (.heading, "h1 h2 h3 h4 h5 h6"),
        (.pre, "pre listing"),
        (.form, "form"),
        (.listItem, "li"),
        (.description, "dd dt"),
        (.plaintext, "plaintext"),
        (.button, "button"),
        (.anchor, "a"),
        (.formatting, "b big code em font i s small strike strong tt u"),
        (.nobr, "nobr"),
        (.marker, "applet marquee object"),
        (.table, "table"),
        (.voidPhrasing, "area br embed img keygen wbr"),
        (.input, "input"),
        (.voidOther, "param source track"),
        (.hr, "hr"),
        (.image, "image"),
        (.textarea, "textarea"),
        (.xmp, "xmp"),
        (.iframe, "iframe"),
        (.noembed, "noembed"),
        (.noscript, "noscript"),
        (.select, "select"),
        (.option, "option"),
        (.optgroup, "optgroup"),
        (.rubyBase, "rb rtc"),
        (.rubyText, "rp rt"),
        (.math, "math"),
        (.svg, "svg"),
        (.selectedContent, "selectedcontent"),
        (.misplaced, "caption col colgroup frame head tbody td tfoot th thead tr"),
    ]
}

/// End tags that the "in body" insertion mode treats alike (HTML Standard, 13.2.6.4.7).
enum EndGroup: UInt8, Sendable {
    case other, template, body, html, block, form, paragraph, listItem, description, heading, formatting, marker, br

    static let lists: [(EndGroup, StaticString)] = [
        (.template, "template"),
        (.body, "body"),
        (.html, "html"),
        (
            .block,
            """
            address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer
            header hgroup listing main menu nav ol pre search section select summary ul
            """
        ),
        (.form, "form"),
        (.paragraph, "p"),
        (.listItem, "li"),
        (.description, "dd dt"),
        (.heading, "h1 h2 h3 h4 h5 h6"),
        (.formatting, "a b big code em font i nobr s small strike strong tt u"),
        (.marker, "applet marquee object"),
        (.br, "br"),
    ]
}
