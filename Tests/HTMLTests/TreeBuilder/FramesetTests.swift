import Testing

@Suite struct FramesetTests {
    @Test func aFramesetIsInsteadOfABody() {
        #expect(
            tree("<frameset><frame src=a><frameset><frame></frameset></frameset>") == """
                <html>
                  <head>
                  <frameset>
                    <frame>
                      src="a"
                    <frameset>
                      <frame>
                """)
    }

    @Test func aFramesetReplacesAnEmptyBody() {
        #expect(
            tree("<div><frameset><frame>") == """
                <html>
                  <head>
                  <frameset>
                    <frame>
                """)
    }

    @Test func aFramesetDoesNotReplaceText() {
        #expect(
            tree("a<frameset>") == """
                <html>
                  <head>
                  <body>
                    "a"
                """)
        #expect(
            tree("<br><frameset>") == """
                <html>
                  <head>
                  <body>
                    <br>
                """)
        #expect(
            tree("<body><frameset>") == """
                <html>
                  <head>
                  <body>
                """)
    }

    @Test func spaceAloneDoesNotKeepABody() {
        #expect(
            tree(" <p> <frameset>") == """
                <html>
                  <head>
                  <frameset>
                """)
    }

    @Test func onlySpaceLiesInAFrameset() {
        #expect(
            tree("<frameset> a b <p>c</frameset> d ") == """
                <html>
                  <head>
                  <frameset>
                    "   "
                  "  "
                """)
    }

    @Test func noframesLiesInAFrameset() {
        #expect(
            tree("<frameset><noframes><p>a</noframes></frameset><noframes>b</noframes>") == """
                <html>
                  <head>
                  <frameset>
                    <noframes>
                      "<p>a"
                  <noframes>
                    "b"
                """)
    }

    @Test func commentsBehindAFramesetStay() {
        #expect(
            tree("<frameset></frameset><!--a--></html><!--b--><noframes>c</noframes> ") == """
                <html>
                  <head>
                  <frameset>
                  <!-- a -->
                  <noframes>
                    "c"
                  " "
                <!-- b -->
                """)
    }
}
