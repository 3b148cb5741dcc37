import HTML
import Testing

@Suite struct CommentTests {
    @Test(arguments: [
        ("<!--a-->", "a"), ("<!---->", ""), ("<!-->", ""), ("<!--->", ""), ("<!--a--!>", "a"), ("<!--a--->", "a-"),
        ("<!--a-b--c-->", "a-b--c"), ("<!--a--!b-->", "a--!b"), ("<!--a--!-->", "a--!"),
        ("<!-- <!-- a -->", " <!-- a "),
        ("<!--a--b>-->", "a--b>"), ("<!--->-->", ""), ("<!---a-->", "-a"), ("<!--a\0b-->", "a�b"),
        ("<!--<!-->", "<!"), ("<!--a-----!>", "a---"),
    ])
    func commentsEndWhereTheyShould(text: String, data: String) {
        let rest = text == "<!--->-->" ? #",["Character","-->"]"# : ""
        #expect(tokens(text) == #"[["Comment","\#(data)"]\#(rest)]"#)
    }

    @Test(arguments: [
        ("<!--a", "a"), ("<!--a-", "a"), ("<!--a--", "a"), ("<!--a---", "a-"), ("<!--a--!", "a"), ("<!--", ""),
        ("<!---", ""), ("<!----", ""), ("<!----!", ""), ("<!--a\0", "a�"),
    ])
    func theEndOfTheInputEndsAComment(text: String, data: String) {
        #expect(tokens(text) == #"[["Comment","\#(data)"]]"#)
    }

    @Test(arguments: [
        ("<!a>", "a"), ("<!>", ""), ("<!-a>", "-a"), ("<!", ""), ("<!doctyp>", "doctyp"), ("<!a\0b>", "a�b"),
        ("<?>", "?"), ("</ a>", " a"),
    ])
    func whatIsNoDeclarationIsABogusComment(text: String, data: String) {
        #expect(tokens(text) == #"[["Comment","\#(data)"]]"#)
    }

    @Test func aBogusCommentEndsAtTheFirstAngle() {
        #expect(tokens("<!a--b>c-->") == #"[["Comment","a--b"],["Character","c-->"]]"#)
    }

    @Test func commentsLieWhereTheyWereMet() {
        let page =
            "<!--1--><!DOCTYPE html><!--2--><html><!--3--><head><!--4--></head><!--5--><body><!--6--></body><!--7--></html><!--8-->"
        #expect(
            tree(page) == """
                <!-- 1 -->
                <!DOCTYPE html>
                <!-- 2 -->
                <html>
                  <!-- 3 -->
                  <head>
                    <!-- 4 -->
                  <!-- 5 -->
                  <body>
                    <!-- 6 -->
                  <!-- 7 -->
                <!-- 8 -->
                """)
    }
}
