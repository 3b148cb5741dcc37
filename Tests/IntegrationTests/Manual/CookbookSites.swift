import Foundation
import Loopback

/// A small site of each kind in the cookbook, by the host that the page gives it.
enum CookbookSites {
    typealias Answer = @Sendable (Peer.Request) -> (type: String, body: [UInt8])?

    /// What answers at each host; robots.txt and what is not there are 404.
    static let all: [String: Answer] = [
        "gazette.example": { request in
            page(request.path, "/feed.xml", "application/rss+xml", feed("https://gazette.example", [1, 2]))
        },
        "courier.example": { request in
            if request.path == "/" {
                let link = "<link rel='alternate' type='application/rss+xml' href='/feed.xml'>"
                return text(
                    "text/html", "<html><head>\(link)<title>Courier</title></head><body>\(links([4]))</body></html>")
            }
            return page(request.path, "/feed.xml", "application/rss+xml", feed("https://courier.example", [3]))
        },
        "ribao.example": { request in
            let path = "/2026-01/20/content_77.htm"
            if request.path == path { return text("text/html; charset=utf-8", Story.page(5)) }
            let list =
                "<a href='\(path)'>\(Story.title(5))</a> <a href='/about/index.htm'>About this long-lived paper and its people</a>"
            return page(request.path, "/", "text/html; charset=utf-8", "<html><body>\(list)</body></html>")
        },
        "herald.example": { request in
            page(request.path, "/news-sitemap.xml", "application/xml", sitemap("https://herald.example", [6, 7]))
        },
        "archive.example": { request in
            let index =
                "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap>"
                + "<loc>https://archive.example/2025.xml</loc></sitemap></sitemapindex>"
            if request.path == "/2025.xml" { return text("application/xml", sitemap("https://archive.example", [8])) }
            return page(request.path, "/sitemap-index.xml", "application/xml", index)
        },
        "letter.example": { request in
            let item = "{\"id\":\"9\",\"url\":\"https://letter.example/story-9.html\",\"title\":\"\(Story.title(9))\"}"
            return page(
                request.path, "/feed.json", "application/feed+json",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Letters\",\"items\":[\(item)]}")
        },
        "port-office.example": { request in
            switch request.path {
            case "/gg/": ("text/html", bytes(notices))
            case "/gg/t1024.html": ("text/html", bytes(notice))
            default: nil
            }
        },
        "ferry.example": { request in page(request.path, "/notices.html", "text/html", Story.page(10)) },
        "pictorial.example": { request in
            guard request.header("Cookie")?.contains("consent=yes") == true, request.header("Referer") != nil else {
                return nil
            }
            return page(request.path, "/", "text/html", "<html><body>\(links([11, 12]))</body></html>")
        },
        "parish.example": { request in
            page(request.path, "/news/", "text/html", "<html><body>\(links([13, 14]))</body></html>")
        },
    ]

    /// The page at a path, or the story whose path it is.
    private static func page(
        _ asked: String, _ path: String, _ type: String, _ body: String
    ) -> (type: String, body: [UInt8])? {
        if asked == path { return text(type, body) }
        guard let number = (1...20).first(where: { asked.hasSuffix("/story-\($0).html") }) else { return nil }
        return text("text/html", Story.page(number))
    }

    private static func text(_ type: String, _ body: String) -> (type: String, body: [UInt8]) {
        (type, Array(body.utf8))
    }

    private static func links(_ numbers: [Int]) -> String {
        "<ul>" + numbers.map { "<li><a href='/news/2026/01/story-\($0).html'>\(Story.title($0))</a></li>" }.joined()
            + "</ul>"
    }

    private static func feed(_ site: String, _ numbers: [Int]) -> String {
        let items = numbers.map {
            "<item><title>\(Story.title($0))</title><link>\(site)/story-\($0).html</link></item>"
        }
        return "<rss version='2.0'><channel><title>News</title>\(items.joined())</channel></rss>"
    }

    private static func sitemap(_ site: String, _ numbers: [Int]) -> String {
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            + numbers.map { "<url><loc>\(site)/story-\($0).html</loc></url>" }.joined() + "</urlset>"
    }

    private static func bytes(_ base64: String) -> [UInt8] { Data(base64Encoded: base64).map { Array($0) } ?? [] }

    /// A notice and the list that has it, invented, in GB2312 without a word of that.
    private static let notice = """
        PGh0bWw+PGhlYWQ+PHRpdGxlPrjbzvG+1rnY09q2rLy+ur3P37X31fu1xLmruOY8L3RpdGxlPjwvaGVhZD48Ym9keT48ZGl2IGNs\
        YXNzPSJuYXYiPjxhIGhyZWY9Ii8iPsrX0rM8L2E+PC9kaXY+PGgxPrjbzvG+1rnY09q2rLy+ur3P37X31fu1xLmruOY8L2gxPjxw\
        PreisrzKsbzko7oyMDI2LTAxLTIwIDA5OjMwoaHAtNS0o7q4287xvtY8L3A+PHA+uPm+3b38yNXG+M/zsr/DxbXE1KSxqKOszqqx\
        o9XPwsO/zbP20NCwssiro6y4287xvta+9rao19SxvtTCxvC21M35t7W2q9PstcS2rLy+ur3P39f3s/a199X7o6zDv8jVytew4LSs\
        08nG38qxzcaz2dbBxt/Kscj9yq631r+qs/ajrMSpsOC0rMzhx7DWwcquxt/Ksbe1ur2hozwvcD48cD6199X7xtq85KOsuvK0rLTz\
        zPy/qrfFyrG85M/g06bLs9HTo6zH69Do0qq7u7PLtcTCw7/NzOHHsMj9yq631tbTtb2078Lrzbew7MDtytbQ+KGj0/bT0LTzzu27\
        8tXfsMu8ttLUyc+087fno6y6vbDgv8nE3MHZyrHNo7q9o6y+38zlsLLFxdLUtbHI1bnjsqW6zbmruObAuLmrsry1xMTayN3Oqte8\
        oaM8L3A+PHA+uNvO8b7WzazKsczh0NGjrNLRvq25usaxtcTCw7/Nv8nU2r+qtKzHsLW9ytvGsbSwv9rD4rfRuMTHqbvy1d/Ny8ax\
        o6zNxczlwsO/zcfrzOHHsNPrv83Uy7/GwarPtaGjsb65q7jm19S3orK81q7I1cbw1rTQ0KOs1K3T0Mqxv8yx7c2syrHNo9a5yrnT\
        w6GjPC9wPjxkaXYgY2xhc3M9ImZvb3RlciI+uNvO8b7WsOy5q8rSPC9kaXY+PC9ib2R5PjwvaHRtbD4=
        """
    private static let notices = """
        PGh0bWw+PGhlYWQ+PHRpdGxlPrmruOY8L3RpdGxlPjwvaGVhZD48Ym9keT48dWw+PGxpPjxhIGhyZWY9Ii9nZy90MTAyNC5odG1s\
        Ij64287xvta52NPatqy8vrq9z9+199X7tcS5q7jmPC9hPjwvbGk+PGxpPjxhIGhyZWY9Ii9nZy9pbmRleF8yLmh0bWwiPs/C0rvS\
        szwvYT48L2xpPjwvdWw+PC9ib2R5PjwvaHRtbD4=
        """
}
