import HTML
import Testing

@Suite struct DocumentTests {
    private let page = Document.parse(
        Array(
            "<!DOCTYPE html><title>T</title><body id=b><p class='a b'>x<b>y</b></p><!--c--><x-y data-z=1>z</x-y>".utf8))

    @Test func theMainElementsAreKnown() throws {
        let html = try #require(page.documentElement)
        #expect(page.tag(html) == .html)
        #expect(try page.tag(#require(page.head)) == .head)
        #expect(try page.tag(#require(page.body)) == .body)
        #expect(page.parent(html) == page.root)
        #expect(page.kind(page.root) == .document)
    }

    @Test func aFramesetStandsForTheBody() throws {
        let document = Document.parse(Array("<frameset>".utf8))
        #expect(try document.tag(#require(document.body)) == .frameset)
    }

    @Test func aFragmentHasNoMainElements() {
        let document = Document.parse(Array("<p>a".utf8), options: ParseOptions(fragment: FragmentContext(name: "div")))
        #expect(document.isFragment)
        #expect(document.documentElement == nil)
        #expect(document.head == nil && document.body == nil)
        #expect(document.children(of: document.root).map { document.tag($0) } == [.p])
    }

    @Test func linksLeadBothWays() throws {
        let body = try #require(page.body)
        let children = Array(page.children(of: body))
        #expect(children.map { page.kind($0) } == [.element, .comment, .element])
        #expect(page.firstChild(body) == children.first)
        #expect(page.lastChild(body) == children.last)
        #expect(page.nextSibling(children[0]) == children[1])
        #expect(page.previousSibling(children[1]) == children[0])
        #expect(page.previousSibling(children[0]) == nil)
        #expect(page.nextSibling(children[2]) == nil)
        #expect(children.allSatisfy { page.parent($0) == body })
    }

    @Test func textAndCommentsHaveNoChildren() throws {
        for node in page.descendants(of: page.root) where page.kind(node) == .text || page.kind(node) == .comment {
            #expect(page.firstChild(node) == nil)
            #expect(page.lastChild(node) == nil)
            #expect(Array(page.children(of: node)).isEmpty)
            #expect(page.tag(node) == .none)
            #expect(page.tagName(node) == "")
        }
    }

    @Test func aTextThatGrewHasNoChildrenEither() throws {
        let document = Document.parse(Array("a<table>b<tr>c".utf8))
        let text = try #require(document.body.flatMap { document.firstChild($0) })
        #expect(document.text(of: text) == "abc")
        #expect(document.firstChild(text) == nil)
        #expect(Array(document.descendants(of: text)).isEmpty)
    }

    @Test func descendantsComeInDocumentOrder() throws {
        let body = try #require(page.body)
        let names = page.descendants(of: body).map { page.kind($0) == .element ? page.tagName($0) : page.text(of: $0) }
        #expect(names == ["p", "x", "b", "y", "", "x-y", "z"])
    }

    @Test func aWalkStaysWithinItsAncestor() throws {
        let paragraph = try #require(first(.p, in: page))
        var names: [String] = []
        var node = page.next(after: paragraph, within: paragraph)
        while let current = node {
            names.append(page.text(of: current))
            node = page.next(after: current, within: paragraph)
        }
        #expect(names == ["x", "y", "y"])
        #expect(page.nextSkippingChildren(of: paragraph, within: paragraph) == nil)
    }

    @Test func childrenCanBeSkipped() throws {
        let body = try #require(page.body)
        let paragraph = try #require(first(.p, in: page))
        let next = try #require(page.nextSkippingChildren(of: paragraph, within: body))
        #expect(page.kind(next) == .comment)
        #expect(String(decoding: page.bytes(of: next), as: UTF8.self) == "c")
    }

    @Test func textIsCollectedInOrder() throws {
        #expect(page.text(of: try #require(page.body)) == "xyz")
        #expect(page.text(of: try #require(page.head)) == "T")
        #expect(page.text(of: page.root) == "Txyz")
    }

    @Test func textLeavesOutTemplates() {
        let document = Document.parse(Array("<body>a<template>b<p>c</template>d".utf8))
        #expect(document.text(of: document.root) == "ad")
        #expect(first(.p, in: document) != nil)
    }

    @Test func elementsHaveNoBytesOfTheirOwn() throws {
        #expect(page.bytes(of: try #require(page.body)).isEmpty)
        #expect(page.bytes(of: page.root).isEmpty)
    }

    @Test func unknownTagsHaveANameOfTheirDocument() throws {
        let tag = try #require(page.tag(named: "x-y"))
        let element = try #require(first(tag, in: page))
        #expect(page.tagName(element) == "x-y")
        #expect(page.name(of: tag) == "x-y")
        #expect(page.tag(named: "x-z") == nil)
        #expect(page.tag(named: "p") == .p)
    }

    @Test func aTagOfAnotherNamespaceIsNoHTMLElement() throws {
        let document = Document.parse(Array("<svg><title>a</title></svg>".utf8))
        let svg = try #require(document.descendants(of: document.root).first { document.tag($0) == .svg })
        let title = try #require(document.firstChild(svg))
        #expect(document.tag(title) == .title)
        #expect(document.namespace(title) == .svg)
        #expect(!document.isElement(title, .title))
    }

    @Test func aDocumentMayBeReadFromManyTasks() async {
        let document = page
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { Array(document.descendants(of: document.root)).count } }
            return await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(counts.count == 1)
    }

    @Test func aByteOrderMarkIsDroppedFromAPageOnly() {
        #expect(tree("\u{FEFF}<p>") == tree("<p>"))
        #expect(tree("\u{FEFF}x", fragment: "div") == "\"\u{FEFF}x\"")
    }

    @Test func bytesThatAreNoUTF8Stay() throws {
        let document = Document.parse([0x3C, 0x70, 0x3E, 0xFF, 0xC3, 0x28])
        let paragraph = try #require(first(.p, in: document))
        let text = try #require(document.firstChild(paragraph))
        #expect(Array(document.bytes(of: text)) == [0xFF, 0xC3, 0x28])
    }
}

@Suite struct AttributeAccessTests {
    private let page = Document.parse(
        Array("<a href='/x?a=1&amp;b=2' class=\"k\" data-q=1 HIDDEN>t</a><svg xlink:href=u xmlns=n></svg>".utf8))

    @Test func valuesAreDecoded() throws {
        let anchor = try #require(first(.a, in: page))
        #expect(page.attributeString(.href, of: anchor) == "/x?a=1&b=2")
        #expect(page.attributeString(.class, of: anchor) == "k")
        #expect(page.attributeString(.hidden, of: anchor) == "")
    }

    @Test func aMissingAttributeIsNil() throws {
        let anchor = try #require(first(.a, in: page))
        #expect(page.attribute(.id, of: anchor) == nil)
        #expect(page.attribute(.href, of: page.root) == nil)
        let text = try #require(page.firstChild(anchor))
        #expect(page.attribute(.href, of: text) == nil)
        #expect(Array(page.attributes(of: text)).isEmpty)
    }

    @Test func attributesAreFoundByNamesThatAreNotKnown() throws {
        let anchor = try #require(first(.a, in: page))
        #expect(page.attribute(named: "data-q", of: anchor).map(Array.init) == [0x31])
        #expect(page.attributeName(named: "data-none") == nil)
        #expect(page.attribute(named: "data-none", of: anchor) == nil)
    }

    @Test func allAttributesComeInTheOrderOfTheSource() throws {
        let anchor = try #require(first(.a, in: page))
        #expect(page.attributes(of: anchor).map { page.name(of: $0.name) } == ["href", "class", "data-q", "hidden"])
    }

    @Test func foreignAttributesHaveTheirPrefix() throws {
        let svg = try #require(page.descendants(of: page.root).first { page.tag($0) == .svg })
        #expect(page.attributes(of: svg).map { page.name(of: $0.name) } == ["xlink:href", "xmlns"])
        #expect(page.attributeString(.xlinkHref, of: svg) == "u")
    }
}
