import Testing

@Suite struct FormattingTests {
    @Test func formattingGoesOnInTheNextParagraph() {
        #expect(
            body("<p><b>a<p>b") == """
                <p>
                  <b>
                    "a"
                <p>
                  <b>
                    "b"
                """)
    }

    @Test func formattingEndsWithItsEndTag() {
        #expect(
            body("<p><b>a</b><p>b") == """
                <p>
                  <b>
                    "a"
                <p>
                  "b"
                """)
    }

    @Test func misnestedFormattingIsReopened() {
        #expect(
            body("<b>a<i>b</b>c</i>d") == """
                <b>
                  "a"
                  <i>
                    "b"
                <i>
                  "c"
                "d"
                """)
    }

    @Test func aBlockInFormattingIsWrapped() {
        #expect(
            body("<b>a<div>b</b>c</div>d") == """
                <b>
                  "a"
                <div>
                  <b>
                    "b"
                  "c"
                "d"
                """)
    }

    @Test func aParagraphInFormattingIsWrapped() {
        #expect(
            body("<b>1<p>2</b>3</p>") == """
                <b>
                  "1"
                <p>
                  <b>
                    "2"
                  "3"
                """)
    }

    @Test func nestedBlocksAreWrappedOneByOne() {
        #expect(
            body("<b><div><p>a</b>b") == """
                <b>
                <div>
                  <b>
                  <p>
                    <b>
                      "a"
                    "b"
                """)
    }

    @Test func innerFormattingIsCopiedOntoThePath() {
        #expect(
            body("<a><b><i><div>x</a>y") == """
                <a>
                  <b>
                    <i>
                <b>
                  <i>
                    <div>
                      <a>
                        "x"
                      "y"
                """)
    }

    @Test func moreThanThreeInnerElementsAreDropped() {
        #expect(
            body("<a><b><i><u><s><code><div>x</a>y") == """
                <a>
                  <b>
                    <i>
                      <u>
                        <s>
                          <code>
                <u>
                  <s>
                    <code>
                      <div>
                        <a>
                          "x"
                        "y"
                """)
    }

    @Test func anAnchorEndsTheOneBefore() {
        #expect(
            body("<a href=1>x<a href=2>y") == """
                <a>
                  href="1"
                  "x"
                <a>
                  href="2"
                  "y"
                """)
    }

    @Test func anAnchorIsEndedThroughABlock() {
        #expect(
            body("<a href=1><div><a href=2>x") == """
                <a>
                  href="1"
                <div>
                  <a>
                    href="1"
                  <a>
                    href="2"
                    "x"
                """)
    }

    @Test func nobrEndsTheOneBefore() {
        #expect(
            body("<nobr>a<nobr>b") == """
                <nobr>
                  "a"
                <nobr>
                  "b"
                """)
    }

    @Test func onlyThreeOfAKindAreKept() {
        #expect(
            body("<p><b><b><b><b><b>x<p>y") == """
                <p>
                  <b>
                    <b>
                      <b>
                        <b>
                          <b>
                            "x"
                <p>
                  <b>
                    <b>
                      <b>
                        "y"
                """)
    }

    @Test func elementsWithOtherAttributesAreOfAnotherKind() {
        #expect(
            body("<p><font a=1><font a=1><font a=1><font a=2>x<p>y") == """
                <p>
                  <font>
                    a="1"
                    <font>
                      a="1"
                      <font>
                        a="1"
                        <font>
                          a="2"
                          "x"
                <p>
                  <font>
                    a="1"
                    <font>
                      a="1"
                      <font>
                        a="1"
                        <font>
                          a="2"
                          "y"
                """)
    }

    @Test func attributesInAnotherOrderAreTheSameKind() {
        #expect(
            body("<p><font a=1 b=2><font b=2 a=1><font a=1 b=2><font b=2 a=1>x<p>y") == """
                <p>
                  <font>
                    a="1"
                    b="2"
                    <font>
                      a="1"
                      b="2"
                      <font>
                        a="1"
                        b="2"
                        <font>
                          a="1"
                          b="2"
                          "x"
                <p>
                  <font>
                    a="1"
                    b="2"
                    <font>
                      a="1"
                      b="2"
                      <font>
                        a="1"
                        b="2"
                        "y"
                """)
    }

    @Test func anEndTagWithoutItsElementIsIgnored() {
        #expect(
            body("a</b></i>b") == """
                "ab"
                """)
    }

    @Test func aMarkerKeepsFormattingOut() {
        #expect(
            body("<b>a<object>b</object>c") == """
                <b>
                  "a"
                  <object>
                    "b"
                  "c"
                """)
        #expect(
            body("<b><marquee></b>x</marquee>y") == """
                <b>
                  <marquee>
                    "x"
                  "y"
                """)
    }

    @Test func aTableCellKeepsFormattingOut() {
        #expect(
            body("<b><table><tr><td>x</b>y</table>z") == """
                <b>
                  <table>
                    <tbody>
                      <tr>
                        <td>
                          "xy"
                  "z"
                """)
    }

    @Test func anEndTagOfAClosedElementOnlyForgetsIt() {
        #expect(
            body("<div><b>a</div></b>b") == """
                <div>
                  <b>
                    "a"
                "b"
                """)
    }

    @Test func attributesAreCopiedWithTheElement() {
        #expect(
            body("<p><font color=red>a<p>b") == """
                <p>
                  <font>
                    color="red"
                    "a"
                <p>
                  <font>
                    color="red"
                    "b"
                """)
    }

    @Test func aVoidElementReopensFormatting() {
        #expect(
            body("<p><b></p><br>") == """
                <p>
                  <b>
                <b>
                  <br>
                """)
    }

    @Test func spaceReopensFormattingToo() {
        #expect(
            body("<p><b></p> ") == """
                <p>
                  <b>
                <b>
                  " "
                """)
    }

    @Test func anyOtherEndTagStopsAtASpecialElement() {
        #expect(
            body("<x><div></x>a") == """
                <x>
                  <div>
                    "a"
                """)
        #expect(
            body("<x><y></x>a") == """
                <x>
                  <y>
                "a"
                """)
    }
}
