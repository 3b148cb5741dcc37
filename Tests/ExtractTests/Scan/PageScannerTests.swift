import HTML
import Testing

@testable import Extract

@Suite struct PageScannerTests {
    private func blocks(_ body: String) -> [String] {
        let scan = PageScanner.scan(Document.parse(Array("<body>\(body)".utf8)))
        return scan.blocks.map { String(decoding: scan.text[$0.range], as: UTF8.self) }
    }

    private func scan(_ body: String) -> PageScan { PageScanner.scan(Document.parse(Array("<body>\(body)".utf8))) }

    @Test func elementsOfBlockLevelEndTheText() {
        #expect(blocks("a<p>b</p>c<div>d<span>e</span></div>f") == ["a", "b", "c", "de", "f"])
    }

    @Test func whiteSpaceIsFolded() {
        #expect(blocks("<p>  a\n\t b\u{A0}c\u{3000}d </p>") == ["a b c d"])
    }

    @Test(arguments: [
        ("a b", "a b"), ("a <b> c</b>", "a c"), ("a \u{A0}b \u{3000} c", "a b c"), ("海。 港，\u{3000}“开”", "海。 港， “开”"),
        ("a <i>b</i> ", "a b"), ("é à \tü", "é à ü"), ("a\u{FEFF}b", "a b"), ("ⓐ…\u{2009}b", "ⓐ… b"),
    ])
    func blanksBetweenWordsAreOneWhateverSurroundsThem(html: String, text: String) {
        #expect(blocks("<p>\(html)</p>") == [text])
    }

    @Test func oneLineBreakIsALineTwoAreAParagraph() {
        #expect(blocks("a<br>b<br><br>c") == ["a\nb", "c"])
        #expect(blocks("a<br>\n<br>\nb") == ["a", "b"])
    }

    @Test func preformattedTextKeepsItsLines() {
        #expect(blocks("<pre>a\n  b</pre>") == ["a\n  b"])
    }

    @Test(arguments: [
        "script", "style", "noscript", "template", "textarea", "select", "button", "iframe", "svg", "video", "title",
    ])
    func whatReadersDoNotReadIsPassedOver(tag: String) {
        #expect(blocks("<p>a</p><\(tag)>no</\(tag)><p>b</p>") == ["a", "b"])
    }

    @Test func theReadingsOfIdeographsArePassedOver() {
        #expect(blocks("<p><ruby>海<rp>(</rp><rt>うみ</rt><rp>)</rp></ruby>の町</p>") == ["海の町"])
    }

    @Test func wordsForScreenReadersAreTakenBack() {
        #expect(
            blocks(#"<p>See <a href="/a">the report<span>, opens new tab</span></a> today.</p>"#) == [
                "See the report today."
            ])
    }

    @Test func bytesInsideLinksAreCounted() {
        let block = scan(#"<p>ab <a href="/x">cdef</a> g</p>"#).blocks[0]
        #expect(block.count == 9)
        #expect(block.linkBytes == 5)
    }

    @Test func kindsFollowTheirElements() {
        let kinds = scan(
            "<h2>a</h2><p>b</p><ul><li>c<li><p>d</p></ul><blockquote>e</blockquote><pre>f</pre><table><td>g"
        ).blocks.map(\.kind)
        #expect(kinds == [.heading, .paragraph, .item, .item, .quote, .code, .cell])
    }

    @Test func aParagraphInsideAHeadingIsAParagraph() {
        #expect(scan("<h2><p>Long text that somebody put into a heading.</p></h2>").blocks[0].kind == .paragraph)
    }

    @Test func boldAroundAllOfABlockIsSeen() {
        let scan = scan("<p><b>all bold</b></p><p><b>half</b> bold</p><p><strong><i>both</i></strong></p>")
        #expect(scan.blocks.map { $0.flags.contains(.strong) } == [true, false, true])
    }

    @Test func everyElementKnowsItsBlocksAndItsEnd() {
        let scan = scan("<div><p>a</p><p>b</p></div><p>c</p>")
        let division = scan.elements.first { $0.blocks == 0..<2 && $0.tag == .div }
        #expect(division != nil)
        #expect(scan.elements.allSatisfy { $0.endElement <= scan.elements.count })
    }

    @Test func picturesTimesAndPropertiesAreNoted() {
        let scan = scan(
            #"<img src="a.jpg"><time datetime="2024-01-01"></time><span itemprop="author">Ann</span><h1>t</h1>"#)
        #expect(scan.images.count == 1)
        #expect(scan.times.count == 1)
        #expect(scan.properties.count == 1)
        #expect(scan.headings.count == 1)
    }

    @Test func anEmptyDocumentHasNothing() {
        #expect(PageScanner.scan(Document.parse([])).blocks.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func deepAndWideTreesAreWalkedInLinearTime() {
        let deep = String(repeating: "<div><span>", count: 20_000) + "x"
        let wide = String(repeating: "<br><p><a href=x>y</a>", count: 20_000)
        #expect(blocks(deep) == ["x"])
        #expect(blocks(wide).count == 20_000)
    }
}

@Suite struct ElementReaderTests {
    private func flags(_ markup: String) -> ElementFlags {
        PageScanner.scan(Document.parse(Array("<body>\(markup)x".utf8))).elements.last?.flags ?? []
    }

    @Test(arguments: [
        (#"<div class="comments">"#, ElementFlags.comment), (#"<div id="relatedStories">"#, .related),
        (#"<div class="c-social-bar">"#, .share), (#"<div class="siteNav">"#, .navigation),
        (#"<div class="right_sidebar">"#, .sidebar),
        (#"<div class="article__byline">"#, .byline), (#"<div class="pub-time">"#, .date), (#"<nav>"#, .navigation),
        (#"<aside>"#, .sidebar), (#"<div role="contentinfo">"#, .footer), (#"<div hidden>"#, .hidden),
        (#"<div style="display : none">"#, .hidden), (#"<div class="hide">"#, .hiddenByClass),
        (#"<div class="block md:hidden">"#, .hiddenByClass), (#"<div class="hidden-lg">"#, .hiddenByClass),
        (#"<div class="js-hidden">"#, .hiddenByClass),
        (#"<div itemprop="articleBody">"#, .articleBody),
        (#"<div class="articleBody">"#, .articleBody), (#"<div class="story-body">"#, .articleBody),
        (#"<div class="newsletter-signup">"#, .promotion),
        (#"<blockquote class="some-tweet">"#, .share), (#"<a rel="author" href="/a">"#, .byline),
        (#"<a rel="tag" href="/a">"#, .tags),
        (#"<div class="sharebuttons">"#, .share), (#"<div class="mianbaoxie">"#, .breadcrumb),
        (#"<div class="noticias-relacionadas">"#, .related), (#"<div id="kommentare">"#, .comment),
        (#"<p class="autor">"#, .byline),
        (#"<div class="caja publicidad">"#, .advert), (#"<span class="fecha">"#, .date),
        (#"<ul class="migas">"#, .breadcrumb),
        (#"<div class="x1" data-component="byline-block">"#, .byline),
        (#"<div data-testid="RelatedStories">"#, .related),
        (#"<div data-qa="article-body">"#, .articleBody), (#"<div class="cuerpo-nota">"#, .articleBody),
        (#"<div class="haber-icerik">"#, .articleBody),
        (#"<div class="didascalia">"#, .caption),
    ])
    func classesIdsAndRoles(markup: String, expected: ElementFlags) {
        #expect(flags(markup).isSuperset(of: expected))
    }

    @Test(arguments: [
        #"<div class="shared">"#, #"<div class="col-8 x1y2">"#, #"<div class="a b c">"#,
        #"<div style="display:block">"#, #"<div data-other="related">"#, #"<h1 class="jeg_post_title">"#,
        #"<div class="rank-math-answer">"#, #"<div class="print:mt-0 sidebar:w-4">"#, #"<div class="overflow-hidden">"#,
        #"<div class="hidden md:block">"#, #"<div class="col hidden-xs">"#, #"<div class="hide-on-mobile">"#,
        #"<h2 id="share-prices-fall">"#,
        #"<div id="bay-promoted-its-eels-in-the-north-for-a-week">"#,
    ])
    func otherNamesSayNothing(markup: String) {
        #expect(flags(markup).isDisjoint(with: .junk))
    }

    @Test func aParagraphBehindAPaywallIsText() {
        #expect(flags(#"<p class="paywall">"#).isDisjoint(with: .junk))
        #expect(flags(#"<div class="paywall">"#).contains(.login))
    }

    @Test func theCacheGivesWhatTheWordsGive() {
        var cache = ClassCache()
        for name in ["comments", "a b", "comments", "related-news", "", "comments"] {
            var expected: ElementFlags = []
            reading(name) { ClassWords.flags($0, into: &expected) }
            #expect(reading(name) { cache.flags($0).flags } == expected)
        }
    }

    @Test(arguments: ["position:absolute;left:-9999px", "font-size: 0", "text-indent:-9999em"])
    func linksOutOfSightAreSeen(style: String) {
        let scan = PageScanner.scan(
            Document.parse(Array(#"<body><a href="https://x.example/" style="\#(style)">x</a>"#.utf8)))
        #expect(scan.hiddenLinks.count == 1)
    }
}
