import Testing

@Suite struct HeadTests {
    @Test func voidElementsOfTheHeadHaveNoChildren() {
        #expect(
            head("<base href=/><link rel=x><meta charset=utf-8><title>t</title>") == """
                <base>
                  href="/"
                <link>
                  rel="x"
                <meta>
                  charset="utf-8"
                <title>
                  "t"
                """)
    }

    @Test func noscriptHoldsElementsWithoutScripting() {
        #expect(
            head("<noscript><style>a</style><link></noscript>") == """
                <noscript>
                  <style>
                    "a"
                  <link>
                """)
    }

    @Test func noscriptIsTextWithScripting() {
        #expect(
            head("<noscript><style>a</style></noscript>", scripting: true) == """
                <noscript>
                  "<style>a</style>"
                """)
    }

    @Test func bodyContentEndsNoscriptInTheHead() {
        #expect(
            tree("<head><noscript><p>x</noscript>") == """
                <html>
                  <head>
                    <noscript>
                  <body>
                    <p>
                      "x"
                """)
    }

    @Test func textEndsNoscriptInTheHead() {
        #expect(
            tree("<head><noscript> x</noscript>") == """
                <html>
                  <head>
                    <noscript>
                      " "
                  <body>
                    "x"
                """)
    }

    @Test func noscriptInTheBodyDependsOnScripting() {
        #expect(
            body("x<noscript><p>a</noscript>") == """
                "x"
                <noscript>
                  <p>
                    "a"
                """)
        #expect(
            body("x<noscript><p>a</noscript>", scripting: true) == """
                "x"
                <noscript>
                  "<p>a"
                """)
    }

    @Test func aStrayEndTagInTheHeadIsIgnored() {
        #expect(
            head("</div></p></title><meta>") == """
                <meta>
                """)
    }

    @Test func stylesAndScriptsAreText() {
        #expect(
            head("<style><!-- </b> --></style><script><!-- </b> //--></script>") == """
                <style>
                  "<!-- </b> -->"
                <script>
                  "<!-- </b> //-->"
                """)
    }

    @Test func spaceInTheHeadStays() {
        #expect(
            head(" <meta> <link> ") == """
                <meta>
                " "
                <link>
                " "
                """)
    }

    @Test func noframesIsText() {
        #expect(
            head("<noframes><p>a</noframes>") == """
                <noframes>
                  "<p>a"
                """)
    }
}
