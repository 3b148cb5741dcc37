import Archive
import Foundation
import Model
import Testing

/// `newsreel show --cluster` and `list`: who carries a story, and who had it first.
@Suite struct ClusterTests {
    /// A site's page of the story; `added` makes it another text, nearly the same.
    private func record(_ site: String, _ name: String, source: String, hour: Int64, added: String = "") throws
        -> [UInt8]
    {
        let sentences = (1...40).map { "第\($0)艘渡轮在\($0 * 37)号码头装上了\($0 * 11)箱灯泡和\($0 * 5)卷缆绳" }
        let body = Array(
            """
            <!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>渡轮装货清单公布</title>
            <meta property="og:site_name" content="\(name)"></head><body><article><h1>渡轮装货清单公布</h1>
            <p class="info">2026-11-24 1\(hour):00 来源：\(source)</p><p>\(sentences.joined(separator: "，"))。\(added)</p></article></body></html>
            """.utf8)
        let day = try #require(Timestamp(rfc3339: "2026-11-24T04:00:00Z"))
        return WARCWriter.response(
            WARCCapture(
                targetURI: "https://\(site).example/ferry.html", date: day.advanced(by: .seconds(hour * 3600)),
                head: Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8), body: body,
                payloadDigest: try #require(Digest.sha256([body]))))
    }

    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) func theOriginIsNamedWhoeverCameFirst(order: [Int]) async throws
    {
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let records = [
            try record("east", "东岸新闻网", source: "东岸新闻网", hour: 5),
            try record("cloud", "云溪新闻网", source: "东岸新闻网", hour: 2),
            try record("north", "北岭新闻网", source: "东岸新闻网", hour: 3, added: "编辑：某人随后补充了一句话。"),
        ]
        for number in order {
            let archive = installation.directory + "/\(number).warc"
            try Data(records[number]).write(to: URL(fileURLWithPath: archive))
            #expect(try await installation.newsreel("import", archive).status == 0)
        }
        #expect(try await installation.records("articles").count == 2)

        for rebuilt in [false, true] {
            if rebuilt { #expect(try await installation.newsreel("catalog", "rebuild").status == 0) }
            for site in ["east", "cloud", "north"] {
                let shown = try await installation.newsreel(
                    "show", "--cluster", "--json", "https://\(site).example/ferry.html")
                let report = JSON(try #require(shown.output.first, "\(shown)"))
                let first = try #require(report.list("first_publisher").first)
                #expect(first["name"] == "东岸新闻网" && first["url"] == "https://east.example/ferry.html", "\(shown)")
                #expect(first["basis"] == "named" && first["sources"] == "3" && first["datelines"] == "0", "\(shown)")
                #expect(first["published"] == "2026-11-24T07:00:00Z", "\(shown)")
                let urls = report.list("members").map { $0["url"] }
                #expect(urls == ["cloud", "north", "east"].map { "https://\($0).example/ferry.html" }, "\(shown)")
                let copies = report.list("members").filter { $0["article_id"] == nil }
                #expect(copies.count == 1, "\(shown)")
            }
        }
        let text = try await installation.newsreel("show", "--cluster", "https://north.example/ferry.html")
        #expect(text.output.first?.hasSuffix(", 3 addresses") == true, "\(text)")
        #expect(text.output.contains { $0.hasPrefix("first: 东岸新闻网  (named as source by 3 pages)") }, "\(text)")
        let list = try await installation.newsreel("list", "--json")
        let articles = JSON(try #require(list.output.first)).list("articles")
        #expect(articles.count == 2 && articles.allSatisfy { $0["addresses"] == "3" }, "\(list)")
        #expect(
            articles.allSatisfy { $0["first_publisher"] == "东岸新闻网" } && Set(articles.map { $0["cluster"] }).count == 1)
        let lines = try await installation.newsreel("list")
        #expect(lines.output.last?.hasSuffix("at 3 addresses, first 东岸新闻网") == true, "\(lines)")

        let nobody = try await installation.newsreel("show", "--cluster", "https://nobody.example/")
        #expect(nobody.status == 1 && nobody.errors.first?.contains("nobody.example") == true, "\(nobody)")
        #expect(try await daemon.stop().status == 0)
    }
}
