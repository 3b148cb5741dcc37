import Testing

@Suite struct ForeignTests {
    @Test func elementsHaveTheirNamespace() {
        #expect(
            body("<svg><g><path/></g></svg><math><mi>x</mi></math>") == """
                <svg svg>
                  <svg g>
                    <svg path>
                <math math>
                  <math mi>
                    "x"
                """)
    }

    @Test func namesOfSVGGetTheirCapitals() {
        #expect(
            body("<svg><foreignobject></foreignobject><LINEARGRADIENT/><clippath/>") == """
                <svg svg>
                  <svg foreignObject>
                  <svg linearGradient>
                  <svg clipPath>
                """)
    }

    @Test func namesOfMathMLDoNot() {
        #expect(
            body("<math><foreignobject/><linearGradient/>") == """
                <math math>
                  <math foreignobject>
                  <math lineargradient>
                """)
    }

    @Test func attributesGetTheirCapitals() {
        #expect(
            body("<svg viewbox=1 preserveaspectratio=2 definitionurl=3>") == """
                <svg svg>
                  definitionurl="3"
                  preserveAspectRatio="2"
                  viewBox="1"
                """)
        #expect(
            body("<math viewbox=1 definitionurl=3>") == """
                <math math>
                  definitionURL="3"
                  viewbox="1"
                """)
    }

    @Test func attributesGetTheirNamespace() {
        #expect(
            body("<svg xlink:href=a xml:lang=b xmlns:xlink=c xlink:other=d>") == """
                <svg svg>
                  xlink href="a"
                  xlink:other="d"
                  xml lang="b"
                  xmlns xlink="c"
                """)
    }

    @Test func outsideForeignContentAttributesStay() {
        #expect(
            body("<p xlink:href=a viewbox=b>") == """
                <p>
                  viewbox="b"
                  xlink:href="a"
                """)
    }

    @Test func selfClosingCounts() {
        #expect(
            body("<svg/>a<svg><g/>b") == """
                <svg svg>
                "a"
                <svg svg>
                  <svg g>
                  "b"
                """)
    }

    @Test func htmlTagsLeaveForeignContent() {
        #expect(
            body("<svg><g><p>a") == """
                <svg svg>
                  <svg g>
                <p>
                  "a"
                """)
        #expect(
            body("<math><b>a") == """
                <math math>
                <b>
                  "a"
                """)
        #expect(
            body("<svg></p>a") == """
                <svg svg>
                <p>
                "a"
                """)
        #expect(
            body("<svg></br>a") == """
                <svg svg>
                <br>
                "a"
                """)
    }

    @Test func fontLeavesOnlyWithItsAttributes() {
        #expect(
            body("<svg><font x=1>a") == """
                <svg svg>
                  <svg font>
                    x="1"
                    "a"
                """)
        #expect(
            body("<svg><font color=red>a") == """
                <svg svg>
                <font>
                  color="red"
                  "a"
                """)
    }

    @Test func htmlMayLieInAnIntegrationPoint() {
        #expect(
            body("<svg><foreignObject><p>a</foreignObject><g>") == """
                <svg svg>
                  <svg foreignObject>
                    <p>
                      "a"
                      <g>
                """)
        #expect(
            body("<svg><desc><div>a") == """
                <svg svg>
                  <svg desc>
                    <div>
                      "a"
                """)
        #expect(
            body("<svg><title><p>a") == """
                <svg svg>
                  <svg title>
                    <p>
                      "a"
                """)
    }

    @Test func htmlMayLieInTextOfMathML() {
        #expect(
            body("<math><mi><p>a</mi><mo><mglyph><malignmark>b") == """
                <math math>
                  <math mi>
                    <p>
                      "a"
                      <mo>
                        <mglyph>
                          <malignmark>
                            "b"
                """)
    }

    @Test func anAnnotationHoldsHTMLByItsEncoding() {
        #expect(
            body(#"<math><annotation-xml encoding="TEXT/html"><p>a"#) == """
                <math math>
                  <math annotation-xml>
                    encoding="TEXT/html"
                    <p>
                      "a"
                """)
        #expect(
            body(#"<math><annotation-xml encoding="application/xhtml+xml"><p>a"#) == """
                <math math>
                  <math annotation-xml>
                    encoding="application/xhtml+xml"
                    <p>
                      "a"
                """)
        #expect(
            body("<math><annotation-xml><p>a") == """
                <math math>
                  <math annotation-xml>
                <p>
                  "a"
                """)
        #expect(
            body("<math><annotation-xml><svg><g>") == """
                <math math>
                  <math annotation-xml>
                    <svg svg>
                      <svg g>
                """)
    }

    @Test func endTagsMatchWithoutRegardToCase() {
        #expect(
            body("<svg><foreignObject></FOREIGNOBJECT>a") == """
                <svg svg>
                  <svg foreignObject>
                  "a"
                """)
    }

    @Test func anEndTagClosesTheElementsAboveIt() {
        #expect(
            body("<svg><g><a></svg>b") == """
                <svg svg>
                  <svg g>
                    <svg a>
                "b"
                """)
    }

    @Test func anEndTagOfTheHTMLAroundIsSeen() {
        #expect(
            body("<div><svg><g></div>a") == """
                <div>
                  <svg svg>
                    <svg g>
                "a"
                """)
    }

    @Test func nullIsReplacedInForeignContent() {
        #expect(
            body("<svg>a\0b") == """
                <svg svg>
                  "a�b"
                """)
    }

    @Test func scriptsInForeignContentAreMarkup() {
        #expect(
            body("<svg><script>a<g/></script>c") == """
                <svg svg>
                  <svg script>
                    "a"
                    <svg g>
                  "c"
                """)
    }

    @Test func stylesInForeignContentAreMarkup() {
        #expect(
            body("<svg><style>a<g/></style>") == """
                <svg svg>
                  <svg style>
                    "a"
                    <svg g>
                """)
    }

    @Test func foreignContentInATableGoesBeforeIt() {
        #expect(
            body("<table><svg><g>a</svg><tr>") == """
                <svg svg>
                  <svg g>
                    "a"
                <table>
                  <tbody>
                    <tr>
                """)
    }

    @Test func titleInSVGIsNoRawText() {
        #expect(
            body("<svg><title>a<i>b</title>") == """
                <svg svg>
                  <svg title>
                    "a"
                    <i>
                      "b"
                """)
    }
}
