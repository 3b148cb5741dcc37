import HTML
import Testing

@Suite struct ScriptTests {
    private func script(_ text: String) -> String { tokens(text, "Script data state", last: "script") }

    @Test func aScriptEndsAtItsEndTag() {
        #expect(script("a</script>b") == #"[["Character","a"],["EndTag","script"],["Character","b"]]"#)
        #expect(script("a</SCRIPT x>") == #"[["Character","a"],["EndTag","script"]]"#)
    }

    @Test func otherTagsAreText() {
        #expect(script("'<b></b></scripts>'") == #"[["Character","'<b></b></scripts>'"]]"#)
    }

    @Test func aCommentInAScriptDoesNotHideTheEndTag() {
        #expect(script("<!--</script>") == #"[["Character","<!--"],["EndTag","script"]]"#)
    }

    @Test func aScriptInACommentHidesTheEndTag() {
        #expect(script("<!--<script></script>") == #"[["Character","<!--<script></script>"]]"#)
        #expect(
            script("<!--<script></script></script>")
                == #"[["Character","<!--<script></script>"],["EndTag","script"]]"#)
    }

    @Test func theEndOfTheCommentEndsTheHiding() {
        #expect(
            script("<!--<script>--></script>") == #"[["Character","<!--<script>-->"],["EndTag","script"]]"#)
        #expect(script("<!--><script></script>") == #"[["Character","<!--><script>"],["EndTag","script"]]"#)
        #expect(script("<!---><script></script>") == #"[["Character","<!---><script>"],["EndTag","script"]]"#)
    }

    @Test func aNameThatOnlyBeginsLikeScriptHidesNothing() {
        #expect(script("<!--<scripty></script>") == #"[["Character","<!--<scripty>"],["EndTag","script"]]"#)
        #expect(script("<!--<scrip></script>") == #"[["Character","<!--<scrip>"],["EndTag","script"]]"#)
    }

    @Test func oneDashIsNoEnd() {
        #expect(script("<!--<script>-></script>") == #"[["Character","<!--<script>-></script>"]]"#)
    }

    @Test func manyDashesAreAnEnd() {
        #expect(
            script("<!--<script>-----></script>") == #"[["Character","<!--<script>----->"],["EndTag","script"]]"#)
    }

    @Test func aScriptWithoutEndReachesToTheEnd() {
        #expect(script("<!--<script>x") == #"[["Character","<!--<script>x"]]"#)
        #expect(tree("<script>if (a<b)") == "<html>\n  <head>\n    <script>\n      \"if (a<b)\"\n  <body>")
    }

    @Test func nullIsReplacedAndKeepsTheState() {
        #expect(script("<!--\0<script>\0</script>\0") == #"[["Character","<!--�<script>�</script>�"]]"#)
    }

    @Test func theNodeOfAScriptIsItsSource() {
        #expect(head("<script>a&amp;<i></script><p>") == "<script>\n  \"a&amp;<i>\"")
    }
}
