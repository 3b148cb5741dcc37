import HTML
import Testing

/// Inputs that make a careless parser slow, deep or large. Each is big enough that quadratic work would not end in time.
@Suite(.timeLimit(.minutes(1))) struct HostileTests {
    private func parse(_ pieces: [String], times: Int = 1, _ options: ParseOptions = ParseOptions()) -> Document {
        Document.parse(Array(String(repeating: pieces.joined(), count: times).utf8), options: options)
    }

    private func depth(_ document: Document) -> Int {
        var deepest = 0
        var depth = 0
        var node = document.root
        while true {
            if let child = document.firstChild(node) {
                node = child
                depth += 1
            } else {
                while document.nextSibling(node) == nil {
                    guard let parent = document.parent(node) else { return deepest }
                    node = parent
                    depth -= 1
                }
                guard let next = document.nextSibling(node) else { return deepest }
                node = next
            }
            if document.kind(node) == .element { deepest = max(deepest, depth) }
        }
    }

    @Test func nestedElementsBecomeSiblings() {
        let document = parse(["<div>"], times: 30_000)
        #expect(document.count == 30_004)
        #expect(depth(document) == 512)
    }

    @Test func theDepthMayBeChosen() {
        let document = parse(["<div>"], times: 1000, ParseOptions(maximumDepth: 20))
        #expect(depth(document) == 20)
        #expect(ParseOptions(maximumDepth: 1).maximumDepth == 16)
    }

    /// A form's end tag takes the form off the stack, but what was opened in it stays open.
    @Test func formsThatEndBeforeTheirContentsAreNotDeeperThanAllowed() {
        let document = parse(["<form><div></form>"], times: 1000, ParseOptions(maximumDepth: 20))
        #expect(flaw(in: document, maximumDepth: 20) == nil)
    }

    @Test func endTagsOfElementsThatWereNotOpenedDoNoHarm() {
        let document = parse([
            String(repeating: "<div>", count: 2000), String(repeating: "</div>", count: 2000), "<p>after",
        ])
        let paragraph = first(.p, in: document)
        #expect(paragraph.flatMap { document.parent($0) } == document.body)
    }

    @Test(arguments: [
        "<table><tr><td>", "<table>", "<template>", "<svg><g>", "<math><mi>", "<select><option>", "<ul><li>",
        "<b><div>",
        "<button>", "<form><fieldset>", "<h1><h2>", "<object>", "<ruby><rt>", "<dl><dt>", "<x-y>",
        "<svg><foreignObject>",
        "<table><caption>", "<title><svg>", "<noscript><p>", "<font color=1><p>",
    ])
    func nothingNestsWithoutBound(piece: String) {
        let document = parse([piece], times: 3000)
        #expect(flaw(in: document, maximumDepth: 512) == nil)
        #expect(document.count < 40_000)
    }

    @Test func unclosedFormattingDoesNotMultiply() {
        let openers = (0..<4000).map { "<font color=\($0)>" }.joined()
        let document = parse([openers, String(repeating: "<p>x", count: 4000)])
        #expect(document.count < 20_000)
    }

    @Test func formattingThatIsReopenedAgainAndAgainIsGivenUp() {
        let openers = (0..<1000).map { "<p><font color=\($0)></p>" }.joined()
        let page = openers + String(repeating: "<p>x</p>", count: 20_000)
        let document = Document.parse(Array(page.utf8))
        #expect(document.count < page.utf8.count)
        #expect(flaw(in: document, maximumDepth: 512) == nil)
    }

    @Test func adoptionDoesNotMultiply() {
        let document = parse(["<b><div></b>"], times: 20_000)
        #expect(document.count < 200_000)
        #expect(depth(document) <= 512)
    }

    @Test func wrappingDoesNotDeepenTheTree() {
        let opening = (0..<200).map { "<font a=\($0)>" }.joined() + "<div>"
        let page = opening + String(repeating: "<p>", count: 400) + String(repeating: "</font>", count: 200)
        let document = parse([page], times: 4)
        #expect(flaw(in: document, maximumDepth: 512) == nil)
    }

    @Test func manyAttributesAreKept() throws {
        let attributes = (0..<50_000).map { "a\($0)=1" }.joined(separator: " ")
        let document = parse(["<p \(attributes)>"])
        let paragraph = try #require(first(.p, in: document))
        #expect(Array(document.attributes(of: paragraph)).count == 50_000)
    }

    @Test func theSameAttributeIsKeptOnce() throws {
        let document = parse(["<p ", String(repeating: "a=1 ", count: 100_000), ">"])
        let paragraph = try #require(first(.p, in: document))
        #expect(Array(document.attributes(of: paragraph)).count == 1)
    }

    @Test func bodyTagsCannotAddAttributesForEver() throws {
        let document = parse([(0..<5000).map { "<body a\($0)>" }.joined()])
        let body = try #require(document.body)
        #expect(Array(document.attributes(of: body)).count == 256)
    }

    @Test func bodyTagsThatAddNothingCostNothing() throws {
        let names = (0..<255).map { " a\($0)" }.joined()
        let document = parse(["<body\(names)>", String(repeating: "<body a7>", count: 5000)])
        let body = try #require(document.body)
        #expect(Array(document.attributes(of: body)).count == 255)
    }

    @Test func markersLeftBehindAreForgotten() {
        let left = String(repeating: "<template><object></template>", count: 5000)
        let document = parse([left, "<p>", String(repeating: "<b><b><b><b></b></b></b></b>", count: 2000), "</p><i>x"])
        #expect(flaw(in: document, maximumDepth: 512) == nil)
        #expect(first(.i, in: document).flatMap { document.parent($0) } == document.body)
    }

    @Test func aTextThatGrowsBitByBitIsCopiedSeldom() throws {
        let document = parse(["<table>", String(repeating: "a<tr>&amp;<td>&amp;</td>", count: 20_000)])
        let text = try #require(document.body.flatMap { document.firstChild($0) })
        #expect(document.bytes(of: text).count == 40_000)
    }

    @Test(arguments: [
        "<", "&", "<!--", "<a ", "</", "<![CDATA[", "<script><!--", "&#", "<!", "\0", "<a b='", "]]>", "--!",
    ])
    func tagsThatNeverEndTakeLinearTime(piece: String) {
        let document = parse([piece], times: 100_000)
        #expect(flaw(in: document, maximumDepth: 512) == nil)
    }

    @Test func unknownNamesAreManyAndStayApart() {
        let document = parse([(0..<20_000).map { "<x\($0) y\($0)=z></x\($0)>" }.joined()])
        #expect(document.count == 20_004)
        #expect(document.tag(named: "x19999") != nil)
    }

    @Test func endTagsWithoutStartTakeLinearTime() {
        let document = parse([String(repeating: "<i>", count: 500), String(repeating: "</x>", count: 50_000)])
        #expect(document.count == 504)
    }
}
