/// The tag names that have a number in every document, in the order of their numbers, from 1.
///
/// HTML elements first, then those of SVG and MathML that the parser asks for, then SVG's names with capitals, in lower case
/// and as the HTML Standard (13.2.6.5) writes them.
enum KnownTags {
    static let names: StaticString = """
        html head body title base link meta style script noscript template a abbr acronym address applet area
        article aside audio b basefont bdi bdo bgsound big blink blockquote br button canvas caption center cite
        code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure
        font footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr i iframe image img input ins kbd keygen
        label legend li listing main map mark marquee menu menuitem meter nav nobr noembed noframes object ol
        optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp search section
        select selectedcontent slot small source span strike strong sub summary sup table tbody td textarea tfoot th
        thead time tr track tt u ul var video wbr xmp svg g path circle rect ellipse line polyline polygon text
        tspan defs use symbol mask pattern stop desc metadata animate set math mi mo mn ms mtext mrow mglyph
        malignmark annotation annotation-xml altglyph altglyphdef altglyphitem animatecolor animatemotion
        animatetransform clippath feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix
        fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr
        fegaussianblur feimage femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight
        fetile feturbulence foreignobject glyphref lineargradient radialgradient textpath altGlyph altGlyphDef
        altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix feComponentTransfer
        feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA
        feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
        feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient radialGradient
        textPath
        """

    /// SVG's names with capitals; a parsed name in lower case becomes the one here.
    static let adjustedSVG: StaticString = """
        altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix
        feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
        feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology
        feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef
        linearGradient radialGradient textPath
        """
}
