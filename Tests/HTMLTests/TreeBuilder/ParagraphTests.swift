import Testing

@Suite struct ParagraphTests {
    @Test func aBlockEndsAParagraph() {
        #expect(
            body("<p>a<div>b") == """
                <p>
                  "a"
                <div>
                  "b"
                """)
        #expect(
            body("<p>a<ul><li>b") == """
                <p>
                  "a"
                <ul>
                  <li>
                    "b"
                """)
        #expect(
            body("<p>a<h1>b") == """
                <p>
                  "a"
                <h1>
                  "b"
                """)
        #expect(
            body("<p>a<hr>b") == """
                <p>
                  "a"
                <hr>
                "b"
                """)
    }

    @Test func phrasingStaysInAParagraph() {
        #expect(
            body("<p>a<span>b</span><img>c") == """
                <p>
                  "a"
                  <span>
                    "b"
                  <img>
                  "c"
                """)
    }

    @Test func aParagraphEndsTheOneBefore() {
        #expect(
            body("<p>a<p>b") == """
                <p>
                  "a"
                <p>
                  "b"
                """)
    }

    @Test func aStrayEndTagMakesAnEmptyParagraph() {
        #expect(
            body("a</p>x") == """
                "a"
                <p>
                "x"
                """)
    }

    @Test func anEndTagClosesWhatIsOpenInIt() {
        #expect(
            body("<p><span>a</p>b") == """
                <p>
                  <span>
                    "a"
                "b"
                """)
    }

    @Test func aButtonHidesTheParagraphAroundIt() {
        #expect(
            body("<p><button><p>a</button>b") == """
                <p>
                  <button>
                    <p>
                      "a"
                  "b"
                """)
    }

    @Test func aDivisionInAParagraphLeavesItsEndTagAlone() {
        #expect(
            body("<p><div>a</p>b") == """
                <p>
                <div>
                  "a"
                  <p>
                  "b"
                """)
    }

    @Test func preDropsOneLineFeed() {
        #expect(
            body("<pre>\n\na</pre><textarea>\nb</textarea><listing>\nc") == """
                <pre>
                  "
                a"
                <textarea>
                  "b"
                <listing>
                  "c"
                """)
    }

    @Test func preKeepsALineFeedBehindAComment() {
        #expect(
            body("<pre><!--x-->\na") == """
                <pre>
                  <!-- x -->
                  "
                a"
                """)
    }

    @Test func aLineFeedAsAReferenceIsDroppedToo() {
        #expect(
            body("<pre>&#10;a") == """
                <pre>
                  "a"
                """)
    }

    @Test func headingsEndEachOther() {
        #expect(
            body("<h1>a<h2>b</h1>c") == """
                <h1>
                  "a"
                <h2>
                  "b"
                "c"
                """)
    }

    @Test func anyHeadingEndTagEndsAHeading() {
        #expect(
            body("<h3>a</h5>b") == """
                <h3>
                  "a"
                "b"
                """)
    }

    @Test func aHeadingEndTagAloneIsIgnored() {
        #expect(
            body("a</h1>b") == """
                "ab"
                """)
    }

    @Test func plaintextTakesTheRest() {
        #expect(
            body("<p>a<plaintext></plaintext><p>") == """
                <p>
                  "a"
                <plaintext>
                  "</plaintext><p>"
                """)
    }
}

@Suite struct ListTests {
    @Test func anItemEndsTheOneBefore() {
        #expect(
            body("<ul><li>a<li>b</ul>c") == """
                <ul>
                  <li>
                    "a"
                  <li>
                    "b"
                "c"
                """)
    }

    @Test func anItemInANestedListDoesNot() {
        #expect(
            body("<ul><li>a<ul><li>b</ul><li>c") == """
                <ul>
                  <li>
                    "a"
                    <ul>
                      <li>
                        "b"
                  <li>
                    "c"
                """)
    }

    @Test func anItemIsEndedThroughPhrasing() {
        #expect(
            body("<li><b>a<li>b") == """
                <li>
                  <b>
                    "a"
                <li>
                  <b>
                    "b"
                """)
    }

    @Test func anItemIsEndedThroughADivisionButNotASection() {
        #expect(
            body("<li><div>a<li>b") == """
                <li>
                  <div>
                    "a"
                <li>
                  "b"
                """)
        #expect(
            body("<li><section>a<li>b") == """
                <li>
                  <section>
                    "a"
                    <li>
                      "b"
                """)
    }

    @Test func termsAndDescriptionsEndEachOther() {
        #expect(
            body("<dl><dt>a<dd>b<dt>c<dd>d") == """
                <dl>
                  <dt>
                    "a"
                  <dd>
                    "b"
                  <dt>
                    "c"
                  <dd>
                    "d"
                """)
    }

    @Test func anEndTagOfAnItemOutsideItsListIsIgnored() {
        #expect(
            body("<li>a<ul></li>b") == """
                <li>
                  "a"
                  <ul>
                    "b"
                """)
    }
}

@Suite struct FormTests {
    @Test func aFormInAFormIsIgnored() {
        #expect(
            body("<form a><form b><input></form>x") == """
                <form>
                  a=""
                  <input>
                "x"
                """)
    }

    @Test func anEndTagTakesTheFormOutOfTheMiddle() {
        #expect(
            body("<form><div></form>x</div>y") == """
                <form>
                  <div>
                    "x"
                "y"
                """)
    }

    @Test func anotherFormMayFollow() {
        #expect(
            body("<form></form><form>") == """
                <form>
                <form>
                """)
    }

    @Test func anEndTagWithoutAFormIsIgnored() {
        #expect(
            body("</form>x") == """
                "x"
                """)
    }

    @Test func aButtonEndsTheOneBefore() {
        #expect(
            body("<button>a<button>b") == """
                <button>
                  "a"
                <button>
                  "b"
                """)
    }

    @Test func anImageTagIsAnImg() {
        #expect(
            body("<image src=x>") == """
                <img>
                  src="x"
                """)
    }

    @Test func voidElementsTakeNoChildren() {
        #expect(
            body("<br>a<input>b<wbr>c<embed>d<area>e<param>f<source>g<track>h<keygen>i") == """
                <br>
                "a"
                <input>
                "b"
                <wbr>
                "c"
                <embed>
                "d"
                <area>
                "e"
                <param>
                "f"
                <source>
                "g"
                <track>
                "h"
                <keygen>
                "i"
                """)
    }

    @Test func endTagsOfVoidElementsAreIgnored() {
        #expect(
            body("a</img></input></hr>b") == """
                "ab"
                """)
    }

    @Test func aLineBreakEndTagIsALineBreak() {
        #expect(
            body("a</br x>b") == """
                "a"
                <br>
                "b"
                """)
    }
}
