import HTML
import Testing

/// Random pages of pieces that meddle with each other.
@Suite struct SoupTests {
    private static let pieces: [String] = [
        "<a href=1>", "<b>", "<i x>", "<nobr>", "<font color=1>", "</a>", "</b>", "</i>", "</nobr>", "</font>", "<p>",
        "</p>",
        "<div>", "</div>", "<ul>", "<li>", "</ul>", "<dd>", "<h1>", "</h2>", "<table>", "</table>", "<tr>", "<td>",
        "</td>",
        "<caption>", "<colgroup>", "<col>", "<tbody>", "</tr>", "<select>", "<option>", "<optgroup>", "</select>",
        "<selectedcontent>", "<template>", "</template>", "<svg>", "</svg>", "<math>", "<mi>", "<annotation-xml>",
        "<foreignObject>", "<desc>", "<title>", "</title>", "<textarea>", "</textarea>", "<script>", "</script>",
        "<style>", "</style>", "<form>", "</form>", "<button>", "<input type=hidden>", "<hr>", "<br>", "<object>",
        "</object>", "<ruby>", "<rt>", "<body a=1>", "</body>", "<html b=2>", "</html>", "<head>", "</head>",
        "<frameset>", "<frame>", "<noscript>", "</noscript>", "<plaintext>", "<pre>\n", "<x-y a=b A=c>", "</x-y>",
        "text",
        " ", "\n", "\r\n", "\0", "&amp;", "&notit;", "&#0;", "<!--c-->", "<!DOCTYPE html>", "<![CDATA[d]]>", "</>", "<",
        "&", "文", "<a ", "b='", "'", ">", "=", "/",
    ]

    private func soup(_ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...120, using: &generator)).map { _ in
            Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
        }.joined()
    }

    @Test func linksAreConsistentAndDepthIsBounded() {
        let seed = UInt64.random(in: 0 ... .max)
        print("SoupTests seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let contexts: [FragmentContext?] = [
            nil, nil, nil, FragmentContext("div"), FragmentContext("table"), FragmentContext("select"),
            FragmentContext("template"), FragmentContext("svg desc"), FragmentContext("tr"), FragmentContext("html"),
        ]
        for _ in 0..<200 {
            let page = soup(&generator)
            let options = ParseOptions(
                scripting: Bool.random(using: &generator), maximumDepth: 16,
                fragment: contexts[Int.random(in: 0..<contexts.count, using: &generator)])
            let document = Document.parse(Array(page.utf8), options: options)
            let found = flaw(in: document, maximumDepth: options.maximumDepth)
            #expect(found == nil, "seed \(seed): \(page)")
        }
    }

    @Test func theSameBytesGiveTheSameTree() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<50 {
            let page = soup(&generator)
            #expect(tree(page) == tree(page), "\(page)")
        }
    }

    @Test func randomBytesDoNoHarm() {
        let seed = UInt64.random(in: 0 ... .max)
        print("SoupTests seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let likely = Array("<>/!-='\" \n&;#xabp\0]?".utf8)
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ -> UInt8 in
                Bool.random(using: &generator)
                    ? likely[Int.random(in: 0..<likely.count, using: &generator)]
                    : UInt8.random(in: 0...255, using: &generator)
            }
            #expect(flaw(in: Document.parse(bytes), maximumDepth: 512) == nil, "seed \(seed): \(bytes)")
            for state in ["Data state", "RCDATA state", "Script data state", "CDATA section state", "PLAINTEXT state"] {
                #expect(TokenFormat.write(bytes, initialState: state, lastStartTag: "p") != nil)
            }
        }
    }

    @Test func everyPrefixOfAPageIsAPage() {
        let page = Array(
            """
            <!DOCTYPE html PUBLIC "p" 's'><html a='1'><head><title>t&amp;</title><script><!--<script></script>--></script>
            <body><p class=x>a<b>c</p><table><tr>d<td>&notin;</table><svg><![CDATA[e]]><p>f<!-- g --!><x-y/>
            """.utf8)
        for length in 0...page.count {
            let document = Document.parse(Array(page[..<length]))
            #expect(flaw(in: document, maximumDepth: 512) == nil, "\(length)")
            #expect(document.body != nil)
        }
    }
}
