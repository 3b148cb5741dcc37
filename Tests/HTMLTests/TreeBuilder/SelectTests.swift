import Testing

@Suite struct SelectTests {
    @Test func optionsEndEachOther() {
        #expect(
            body("<select><option>a<option>b</select>c") == """
                <select>
                  <option>
                    "a"
                  <option>
                    "b"
                "c"
                """)
    }

    @Test func groupsEndOptionsAndGroups() {
        #expect(
            body("<select><optgroup><option>a<optgroup><option>b") == """
                <select>
                  <optgroup>
                    <option>
                      "a"
                  <optgroup>
                    <option>
                      "b"
                """)
    }

    @Test func aRuleEndsOptionsAndGroups() {
        #expect(
            body("<select><optgroup><option>a<hr>") == """
                <select>
                  <optgroup>
                    <option>
                      "a"
                  <hr>
                """)
    }

    @Test func aSelectInASelectEndsIt() {
        #expect(
            body("<select><option>a<select>b") == """
                <select>
                  <option>
                    "a"
                "b"
                """)
    }

    @Test func anInputEndsASelect() {
        #expect(
            body("<select><option>a<input>b") == """
                <select>
                  <option>
                    "a"
                <input>
                "b"
                """)
    }

    @Test func otherElementsStayInASelect() {
        #expect(
            body("<select><div><b>a</b></div><option><i>b") == """
                <select>
                  <div>
                    <b>
                      "a"
                  <option>
                    <i>
                      "b"
                """)
    }

    @Test func formattingEndTagsDoNotLeaveASelect() {
        #expect(
            body("<b><select></b>a</select>b") == """
                <b>
                  <select>
                    "a"
                  "b"
                """)
    }

    @Test func optionsOutsideASelectEndEachOther() {
        #expect(
            body("<option>a<option>b<optgroup>c") == """
                <option>
                  "a"
                <option>
                  "b"
                <optgroup>
                  "c"
                """)
    }

    @Test func anEndTagClosesWhatIsOpenInIt() {
        #expect(
            body("<select><div><option>a</select>b") == """
                <select>
                  <div>
                    <option>
                      "a"
                "b"
                """)
    }

    @Test func selectedContentIsTheFirstOption() {
        #expect(
            body("<select><button><selectedcontent></selectedcontent></button><option><b>a</b>&amp;<option>c") == """
                <select>
                  <button>
                    <selectedcontent>
                      <b>
                        "a"
                      "&"
                  <option>
                    <b>
                      "a"
                    "&"
                  <option>
                    "c"
                """)
    }

    @Test func selectedContentIsTheSelectedOption() {
        #expect(
            body("<select><selectedcontent>x</selectedcontent><option>a<option selected>b<option>c") == """
                <select>
                  <selectedcontent>
                    "b"
                  <option>
                    "a"
                  <option>
                    selected=""
                    "b"
                  <option>
                    "c"
                """)
    }

    @Test func aDisabledOptionIsNotChosen() {
        #expect(
            body("<select><selectedcontent></selectedcontent><option disabled>a<option>b") == """
                <select>
                  <selectedcontent>
                    "b"
                  <option>
                    disabled=""
                    "a"
                  <option>
                    "b"
                """)
    }

    @Test func aMultipleSelectShowsNoContent() {
        #expect(
            body("<select multiple><selectedcontent></selectedcontent><option>a") == """
                <select>
                  multiple=""
                  <selectedcontent>
                  <option>
                    "a"
                """)
    }

    @Test func selectedContentOutsideASelectStaysEmpty() {
        #expect(
            body("<selectedcontent></selectedcontent><option>a") == """
                <selectedcontent>
                <option>
                  "a"
                """)
    }
}

@Suite struct RubyTests {
    @Test func annotationsEndEachOther() {
        #expect(
            body("<ruby>a<rt>b<rp>c<rb>d<rtc>e<rt>f") == """
                <ruby>
                  "a"
                  <rt>
                    "b"
                  <rp>
                    "c"
                  <rb>
                    "d"
                  <rtc>
                    "e"
                    <rt>
                      "f"
                """)
    }

    @Test func annotationsOutsideRubyDoNot() {
        #expect(
            body("<rt>a<rt>b") == """
                <rt>
                  "a"
                  <rt>
                    "b"
                """)
    }
}
