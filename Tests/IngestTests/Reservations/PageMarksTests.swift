import Model
import Testing

@testable import Ingest

@Suite struct PageMarksTests {
    private func marks(_ fields: String = "", _ body: String = "") -> PageMarks {
        PageMarks(head: Array("HTTP/1.1 200 OK\r\n\(fields)\r\n".utf8), body: Array(body.utf8), agent: "newsreel")
    }

    @Test func aPageThatSaysNothingReservesNothing() {
        #expect(
            marks("X-Robots-Tag: noindex, max-snippet: 10\r\n", "<head><meta name=robots content=nofollow>")
                .reservations.isEmpty)
    }

    @Test(arguments: [
        "X-Robots-Tag: noarchive\r\n", "x-robots-tag: noindex, NoArchive\r\n", "X-Robots-Tag: newsreel: noarchive\r\n",
        "X-Robots-Tag: noai\r\nX-Robots-Tag: nocache\r\n",
        "X-Robots-Tag: unavailable_after: 1 Jan 2030 00:00:00 GMT, noarchive\r\n",
    ])
    func theHeadForbidsACopy(fields: String) { #expect(marks(fields).forbidsCopy) }

    @Test func whatIsSaidToAnotherRobotIsNotForUs() {
        #expect(marks("X-Robots-Tag: otherbot: noarchive, noai\r\n").reservations.isEmpty)
        #expect(marks("", "<meta name=\"otherbot\" content=\"noarchive\">").reservations.isEmpty)
    }

    @Test(arguments: [
        "<meta name=\"robots\" content=\"noindex,noarchive\">", "<META CONTENT='NOARCHIVE' NAME='ROBOTS'/>",
        "<meta name=newsreel content=noarchive>", "<meta\nname = robots\ncontent = 'noai, noarchive'>",
        "<!DOCTYPE html><html><head><title>a</title><meta content=\"noarchive\" property=x name=\" robots \"></head>",
    ])
    func thePageForbidsACopy(body: String) { #expect(marks("", body).forbidsCopy) }

    @Test(arguments: [
        "<!-- <meta name=robots content=noarchive> -->", "</head><meta name=robots content=noarchive>",
        "<body><meta name=robots content=noarchive>", "<metaname=robots content=noarchive>", "<meta name=robots>",
        "<meta content=noarchive>", "<meta name=robots content=\"noarchive", "<",
    ])
    func whatIsNoMarkIsNone(body: String) {
        // An open quote takes the rest of the page, as in HTML.
        #expect(!marks("", body).forbidsCopy || body.hasSuffix("\"noarchive"))
    }

    @Test func reservationsForModelsAreNoted() {
        let found = marks("X-Robots-Tag: noai, noimageai\r\n", "<meta name=robots content=noai>").reservations
        #expect(found == [Reservation(.noAI, from: .header), Reservation(.noImageAI, from: .header)])
    }

    @Test func thePageGoesBeforeTheHeadOnMining() {
        let head = "TDM-Reservation: 1\r\nTDM-Policy: https://a.example/terms\r\n"
        #expect(marks(head).reservations == [Reservation(.tdm, from: .header, policy: "https://a.example/terms")])
        #expect(marks(head, "<meta name=tdm-reservation content=0>").reservations.isEmpty)
        let page = marks(head, "<meta name=tdm-reservation content=1><meta name=\"tdm-policy\" content=\"/own\">")
        #expect(page.reservations == [Reservation(.tdm, from: .meta, policy: "/own")])
    }

    @Test func theOriginsFileIsForPagesThatSayNothing() throws {
        let rules = try #require(
            MiningRules(
                Array(
                    """
                    [{"location": "/free/*", "tdm-reservation": 0},
                     {"location": "*", "tdm-reservation": 1, "tdm-policy": "https://a.example/policy.json"}]
                    """.utf8)))
        var silent = marks()
        silent.take(rules.rule(for: try WebURL("https://a.example/news/1")))
        #expect(silent.reservations == [Reservation(.tdm, from: .wellKnown, policy: "https://a.example/policy.json")])
        var free = marks()
        free.take(rules.rule(for: try WebURL("https://a.example/free/1")))
        #expect(free.reservations.isEmpty)
        var spoken = marks("TDM-Reservation: 0\r\n")
        spoken.take(rules.rule(for: try WebURL("https://a.example/news/1")))
        #expect(spoken.reservations.isEmpty)
    }

    @Test(arguments: [
        "", "{}", "[1]", "[{\"location\": \"/\"}]", "<html>", "[{\"location\": 3, \"tdm-reservation\": 1}]",
    ])
    func whatIsNoFileOfRulesSaysNothing(text: String) { #expect(MiningRules(Array(text.utf8)) == nil) }

    @Test func anyBytesEnd() {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed \(seed)")
        var state = seed
        let pieces = [
            "<meta", " name=", "\"", "'", "robots", " content=", "noarchive", ">", "<!--", "-->", "=", "/", "\u{0}",
            "é", " ",
        ]
        for _ in 0..<2000 {
            var text = ""
            for _ in 0..<30 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            #expect(marks("", text).reservations.count <= 1)
        }
    }
}
