import Testing

@Suite struct PageStructureTests {
    @Test func anEmptyPageHasItsThreeElements() {
        #expect(
            tree("") == """
                <html>
                  <head>
                  <body>
                """)
    }

    @Test func textAloneMakesABody() {
        #expect(
            tree("x") == """
                <html>
                  <head>
                  <body>
                    "x"
                """)
    }

    @Test func spaceBeforeTheBodyIsDroppedOrKeptByItsPlace() {
        #expect(
            tree("\n <!DOCTYPE html> <html> <head> <title>a</title> </head> <body> b") == """
                <!DOCTYPE html>
                <html>
                  <head>
                    " "
                    <title>
                      "a"
                    " "
                  " "
                  <body>
                    " b"
                """)
    }

    @Test func aTagOfTheBodyEndsTheHead() {
        #expect(
            tree("<title>a</title><p>b<title>c</title>") == """
                <html>
                  <head>
                    <title>
                      "a"
                  <body>
                    <p>
                      "b"
                      <title>
                        "c"
                """)
    }

    @Test func endTagsBeforeTheHeadAreIgnored() {
        #expect(
            tree("</p></div><title>x</title>") == """
                <html>
                  <head>
                    <title>
                      "x"
                  <body>
                """)
    }

    @Test func anEndTagOfTheHeadMakesIt() {
        #expect(
            tree("</head>") == """
                <html>
                  <head>
                  <body>
                """)
    }

    @Test func aLineBreakEndTagMakesABody() {
        #expect(
            tree("</br>") == """
                <html>
                  <head>
                  <body>
                    <br>
                """)
    }

    @Test func aSecondHeadIsIgnored() {
        #expect(
            tree("<head><head><meta></head><head>x") == """
                <html>
                  <head>
                    <meta>
                  <body>
                    "x"
                """)
    }

    @Test func headElementsBehindTheHeadGoIntoIt() {
        #expect(
            tree("<head></head><meta><link><script>a</script><style>b</style><body>") == """
                <html>
                  <head>
                    <meta>
                    <link>
                    <script>
                      "a"
                    <style>
                      "b"
                  <body>
                """)
    }

    @Test func aSecondBodyOnlyAddsAttributes() {
        #expect(
            tree("<body a=1><p>x<body a=2 b=3>y") == """
                <html>
                  <head>
                  <body>
                    a="1"
                    b="3"
                    <p>
                      "xy"
                """)
    }

    @Test func aSecondHTMLTagOnlyAddsAttributes() {
        #expect(
            tree("<html a=1><p><html a=2 b=3>") == """
                <html>
                  a="1"
                  b="3"
                  <head>
                  <body>
                    <p>
                """)
    }

    @Test func textBehindTheBodyGoesIntoIt() {
        #expect(
            tree("<p>a</body> </html>b") == """
                <html>
                  <head>
                  <body>
                    <p>
                      "a b"
                """)
    }

    @Test func elementsBehindTheEndGoIntoTheBody() {
        #expect(
            tree("</body></html><p>a</p><p>b") == """
                <html>
                  <head>
                  <body>
                    <p>
                      "a"
                    <p>
                      "b"
                """)
    }

    @Test func nullIsDroppedFromTheBody() {
        #expect(
            tree("\0a\0<p>\0b") == """
                <html>
                  <head>
                  <body>
                    "a"
                    <p>
                      "b"
                """)
    }

    @Test func anEmptyTitleHasNoText() {
        #expect(
            tree("<title></title>") == """
                <html>
                  <head>
                    <title>
                  <body>
                """)
    }

    @Test func anUnclosedTitleTakesTheRest() {
        #expect(
            tree("<title>a<p>b") == """
                <html>
                  <head>
                    <title>
                      "a<p>b"
                  <body>
                """)
    }

    @Test func aTitleInTheBodyIsStillText() {
        #expect(
            body("<p><title><b></title>x") == """
                <p>
                  <title>
                    "<b>"
                  "x"
                """)
    }
}
