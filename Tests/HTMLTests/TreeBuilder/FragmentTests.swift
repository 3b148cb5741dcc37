import Testing

@Suite struct FragmentTests {
    @Test func aFragmentHasNoPageAroundIt() {
        #expect(
            tree("<p>a<p>b", fragment: "div") == """
                <p>
                  "a"
                <p>
                  "b"
                """)
    }

    @Test func tablePartsFitTheirContext() {
        #expect(
            tree("<td>a<td>b", fragment: "tr") == """
                <td>
                  "a"
                <td>
                  "b"
                """)
        #expect(
            tree("<tr><td>a", fragment: "tbody") == """
                <tr>
                  <td>
                    "a"
                """)
        #expect(
            tree("<td>a", fragment: "table") == """
                <tbody>
                  <tr>
                    <td>
                      "a"
                """)
        #expect(
            tree("<col><td>", fragment: "colgroup") == """
                <col>
                """)
        #expect(
            tree("<td>a<tr>", fragment: "div") == """
                "a"
                """)
        #expect(
            tree("a<td>b", fragment: "td") == """
                "ab"
                """)
        #expect(
            tree("a<tr>b", fragment: "caption") == """
                "ab"
                """)
    }

    @Test func theTextOfRawElementsIsText() {
        #expect(
            tree("<b>&amp;</title>", fragment: "title") == """
                "<b>&</title>"
                """)
        #expect(
            tree("<b>&amp;", fragment: "style") == """
                "<b>&amp;"
                """)
        #expect(
            tree("<b>&amp;", fragment: "script") == """
                "<b>&amp;"
                """)
        #expect(
            tree("<b>&amp;", fragment: "plaintext") == """
                "<b>&amp;"
                """)
    }

    @Test func noscriptDependsOnScripting() {
        #expect(
            tree("<b>a", fragment: "noscript") == """
                <b>
                  "a"
                """)
        #expect(
            tree("<b>a", scripting: true, fragment: "noscript") == """
                "<b>a"
                """)
    }

    @Test func aFragmentOfHTMLHasHeadAndBody() {
        #expect(
            tree("<title>a</title>b", fragment: "html") == """
                <head>
                  <title>
                    "a"
                <body>
                  "b"
                """)
    }

    @Test func aFragmentOfATemplateFitsItsFirstTag() {
        #expect(
            tree("<td>a", fragment: "template") == """
                <td>
                  "a"
                """)
    }

    @Test func aFormInAFormIsIgnored() {
        #expect(
            tree("<form><input>", fragment: "form") == """
                <input>
                """)
    }

    @Test func aSelectTakesNoInput() {
        #expect(
            tree("<option>a<input><select>b", fragment: "select") == """
                <option>
                  "ab"
                """)
    }

    @Test func foreignContextsMakeForeignElements() {
        #expect(
            tree("<g/><foreignobject><p>a", fragment: "svg svg") == """
                <svg g>
                <svg foreignObject>
                  <p>
                    "a"
                """)
        #expect(
            tree("<mi>a", fragment: "math math") == """
                <math mi>
                  "a"
                """)
        #expect(
            tree("<p>a", fragment: "svg foreignObject") == """
                <p>
                  "a"
                """)
        #expect(
            tree("<![CDATA[a]]>", fragment: "svg path") == """
                "a"
                """)
        #expect(
            tree("<p>a", fragment: "math mi") == """
                <p>
                  "a"
                """)
    }

    @Test func aFramesetContextTakesFrames() {
        #expect(
            tree("<frame><p>a</frameset><frame>", fragment: "frameset") == """
                <frame>
                <frame>
                """)
    }

    @Test func endTagsOfTheContextAreIgnored() {
        #expect(
            tree("a</div>b</body></html>c", fragment: "div") == """
                "abc"
                """)
    }
}
