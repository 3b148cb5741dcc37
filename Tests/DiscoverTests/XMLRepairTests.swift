import Testing

@testable import Discover

@Suite struct XMLRepairTests {
    private func repair(_ text: String, entities: [String: String] = [:], slack: Int = 0) -> String {
        let repaired = XMLRepair.repair(Array(text.utf8), entities: entities, slack: slack, limits: XMLLimits())
        return String(decoding: repaired, as: UTF8.self)
    }

    @Test(arguments: [
        ("<a>b</a>", "<a>b</a>"), ("<a>&amp;&lt;&apos;</a>", "<a>&#38;&#60;&#39;</a>"),
        ("<a>&nbsp;&hellip;</a>", "<a>&#160;&#8230;</a>"), ("<a>A&B & C&;</a>", "<a>A&#38;B &#38; C&#38;;</a>"),
        ("<a>&nosuch;</a>", "<a>&#38;nosuch;</a>"), ("<a>1 < 2 <= 3</a>", "<a>1 &#60; 2 &#60;= 3</a>"),
        ("<a>&#8217;&#x2019;&#X2019;</a>", "<a>&#8217;&#8217;&#8217;</a>"), ("<a>&#8217 </a>", "<a>&#8217; </a>"),
        ("<a>&#0;&#xD800;&#x110000;&#99999999999;</a>", "<a>&#65533;&#65533;&#65533;&#65533;</a>"),
        ("<a>&#;&#x;&#xZZ;</a>", "<a>&#38;#;&#38;#x;&#38;#xZZ;</a>"), ("<a>&#150;</a>", "<a>&#8211;</a>"),
        ("<a>x\u{96}y\u{0}\u{8}z</a>", "<a>x–yz</a>"), ("<a>]]></a>", "<a>]]&#62;</a>"),
        ("<a b='&copy;&x=1'/>", "<a b='&#169;&#38;x=1'/>"),
    ])
    func textIsMadeSafe(_ text: String, _ expected: String) {
        #expect(repair(text) == expected)
    }

    @Test(arguments: [
        "<a><![CDATA[ & < &nbsp; ]] > ]]></a>", "<!-- & < &nbsp; --><a/>", "<?xml version=\"1.0\"?><?p & < ?><a/>",
        "<!DOCTYPE a [<!ENTITY x \"&y; > ]\"><!ELEMENT a ANY>]><a/>", "<a>中é</a>", "<é/>",
    ])
    func whatIsNotTextIsCopied(_ text: String) {
        #expect(repair(text) == text)
    }

    @Test func unfinishedMarkupIsCopiedToTheEnd() {
        for text in ["<a><![CDATA[ & ", "<a><!-- & ", "<?x & ", "<!DOCTYPE a [ & "] { #expect(repair(text) == text) }
    }

    @Test func whatStandsBeforeTheDocumentGoes() {
        #expect(repair(" junk <a/>") == "<a/>")
        #expect(repair("<b>Warning</b>: x\n<?xml version='1.0'?><a/>") == "<?xml version='1.0'?><a/>")
    }

    @Test func declaredEntitiesArePutInWithinTheirLimit() {
        #expect(repair("<a>&e;&e;</a>", entities: ["e": "x>y"]) == "<a>x>yx>y</a>")
        var limits = XMLLimits()
        limits.maximumEntityBytes = 5
        let repaired = XMLRepair.repair(Array("<a>&e;&e;</a>".utf8), entities: ["e": "abc"], limits: limits)
        #expect(String(decoding: repaired, as: UTF8.self) == "<a>abc&#38;e;</a>")
    }

    @Test func slackGoesAroundTheRoot() {
        #expect(repair("<?xml?><!-- c --><a/>", slack: 2) == "<?xml?><!-- c --><_><_><a/>")
    }

    @Test func theOutputIsBounded() {
        var generator = SeededGenerator(for: "theOutputIsBounded")
        for _ in 0..<200 {
            let text = generator.text(
                of: ["&", "<", "]]>", "&#150;", "&lt;", "x", "\u{92}", "<!--", "-->", "&#"], upTo: 100)
            #expect(repair(text).utf8.count <= 6 * text.utf8.count)
        }
    }
}
