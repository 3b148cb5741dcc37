import Testing

@testable import Discover

@Suite struct XMLTreeTests {
    private func tree(_ text: String, limits: XMLLimits = XMLLimits()) -> XMLTree {
        XMLReader.read(Array(text.utf8), limits: limits)
    }

    /// The tree as one line: `name(children)`, texts in quotes, `!` after what was never closed.
    private func outline(_ tree: XMLTree, _ node: XMLTree.Index = 0) -> String {
        guard tree.root != nil else { return "" }
        guard tree.isElement(node) else { return "'" + tree.string(tree.nodes[Int(node)].text) + "'" }
        let children = tree.children(of: node).map { outline(tree, $0) }.joined(separator: ",")
        return tree.name(of: node) + (tree.isClosed(node) ? "" : "!") + (children.isEmpty ? "" : "(\(children))")
    }

    @Test func elementsAndTextsKeepTheirOrder() {
        #expect(outline(tree("<a>x<b>y</b>z<c/></a>")) == "a('x',b('y'),'z',c)")
    }

    @Test func textAroundReferencesAndCDATAIsOneText() {
        #expect(outline(tree("<a>x &amp; y<![CDATA[ <&> ]]>&#x4e2d;</a>")) == "a('x & y <&> 中')")
    }

    @Test func commentsAndInstructionsAreNotText() {
        #expect(outline(tree("<?xml version='1.0'?><!-- n --><a><?p i?>x<!-- & < -->y</a><!-- m -->")) == "a('xy')")
    }

    @Test func namesAreLowerCaseWithoutTheirPrefixes() {
        let read = tree("<A xmlns:Q='urn:q'><Q:Bc De='1' Q:De='2'/></A>")
        #expect(outline(read) == "a(bc)")
        #expect(read.attribute("de", of: 1) == "1" && read.namespace(of: 1) == .other(1))
        #expect(read.attribute("de", .other(1), of: 1) == "2" && read.attribute("xx", of: 1) == nil)
    }

    @Test func theEndOfACutDocumentLeavesElementsOpen() {
        let read = tree("<a><b>x</b><c>y")
        #expect(outline(read) == "a!(b('x'),c!('y'))" && read.isDamaged)
        #expect(read.elements(of: 0).map { read.name(of: $0) } == ["b"] && read.rawText(of: 0) == "xy")
    }

    @Test(arguments: [
        ("<a><b>x</c></b><d/></a>", "a(b('x'),d)"),
        ("<a><b>x<br>y</b><d/></a>", "a(b('x',br('y')),d)"),
        ("<a><t>x<l>y</l></a>", "a(t!('x',l('y')))"),
        ("<a></x></y></z></a>", "a"),
        ("<a><b></A></B></a>", "a(b)"),
        ("<a><b/></a></a></a>", "a(b)"),
        ("<a>1</a><a>2</a>", "a('1')"),
        ("<a b='1' b='2'>x</a>", "a('x')"),
        ("<a b=1><c/></a>", "a('1>',c)"),
    ])
    func brokenMarkupIsRecovered(_ text: String, _ expected: String) {
        let read = tree(text)
        #expect(outline(read) == expected)
        #expect(read.isDamaged)
    }

    @Test func wellFormedDocumentsAreNotDamaged() {
        #expect(!tree("<!DOCTYPE a><a b='&lt;'>x &eacute; &#233; y</a>\n").isDamaged)
        #expect(!tree("<undeclared:a><x:b/></undeclared:a>").isDamaged)
    }

    @Test func nothingAndTextGiveAnEmptyTree() {
        for text in ["", " ", "text", "<", "<!-- x -->", "<?xml version='1.0'?>", "<![CDATA[x]]>"] {
            #expect(tree(text).root == nil)
        }
    }

    @Test func theLimitsHold() {
        var limits = XMLLimits()
        limits.maximumDepth = 3
        #expect(outline(tree("<a><b><c>x<d/></c></b></a>", limits: limits)).hasPrefix("a!(b!(c!('x'"))
        limits = XMLLimits()
        limits.maximumNodes = 4
        #expect(tree("<a><b/><b/><b/><b/><b/></a>", limits: limits).nodes.count == 4)
        limits = XMLLimits()
        limits.maximumTextBytes = 10
        #expect(tree("<a>12345678<b/>9012345</a>", limits: limits).text.count <= 10)
    }

    @Test func markupIsWrittenAgain() {
        let read = tree("<a><b c='&quot;&amp;'>x &lt; y<br/><i>z</i></b> w</a>")
        #expect(
            read.markup(ofChildrenOf: 0, escapesText: true)
                == "<b c=\"&quot;&amp;\">x &lt; y<br><i>z</i></b> w")
        #expect(read.markup(ofChildrenOf: 0, escapesText: false).hasPrefix("<b c=\"&quot;&amp;\">x < y<br>"))
    }

    @Test(arguments: [
        ("http://www.w3.org/2005/Atom", XMLNamespace.atom), ("http://purl.org/dc/elements/1.1", .dublinCore),
        ("HTTP://PURL.ORG/RSS/1.0/", .rss), ("http://www.google.com/schemas/sitemap/0.84", .sitemap),
    ])
    func namespacesAreKnownByAllTheirSpellings(_ uri: String, _ namespace: XMLNamespace) {
        #expect(XMLNamespace(uri: uri) == namespace)
    }

    @Test func otherNamespacesAreToldApart() {
        let read = tree("<a xmlns:p='urn:p' xmlns:q='urn:q'><p:x/><q:x/><p:y/></a>")
        #expect(read.namespace(of: 1) != read.namespace(of: 2) && read.namespace(of: 1) == read.namespace(of: 3))
    }
}
