import Foundation
import Testing

/// The demonstration site, the daemon and the CLI, as `make run` has them.
@Suite struct DemonstrationTests {
    @Test func articlesOfEverySourceArriveOnceAndChangesAreSeen() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let site = try await DemonstrationSite.start(in: installation.directory)
        defer { site.stop() }
        try installation.configure(sources: site.sources())
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let fetches = try installation.command("tail", "fetches", "-f", "-n", "all", "-o", "json")
        defer { fetches.signal(SIGKILL) }

        let steps: [(age: Int, outcome: String, url: String)] = [
            (1, "article", "/content_3300101.htm"), (1, "article", "/content_3300115.htm"),
            (1, "article", "/harbour/lighthouse-lamp-returns"), (1, "article", "/wire/lighthouse-lamp-returns"),
            (5, "article", "/seal-counted-twice"), (14, "article", "/content_3300129.htm"),
            (16, "updated", "/content_3300115.htm"), (21, "gone", "/seal-counted-twice"),
        ]
        for (age, outcome, url) in steps {
            try site.age(age)
            try await fetches.output.first("\(outcome) of \(url)") { line in
                line.contains("\"outcome\":\"\(outcome)\"") && JSON(line)["url"]?.contains(url) == true
            }
        }
        let articles = try await installation.records("articles")
        try expectOnce(articles)
        try expectChinese(articles)
        try expectEnglish(articles)
        try expectCarriedStory(articles)
        try expectUnchanged(try await installation.records("fetches"))
        #expect(try await daemon.stop(SIGINT).status == 0)
        #expect(try await installation.verify().status == 0)
    }

    private func expectOnce(_ articles: [JSON]) throws {
        let ids = articles.compactMap { $0["id"] }
        #expect(ids.count == articles.count && Set(ids).count == ids.count)
        let first = articles.filter { $0["version"] == "1" }.compactMap { $0["canonical_url"] }
        #expect(Set(first).count == first.count, "an address has its first version twice")
        #expect(Set(articles.compactMap { $0["source_id"] }).isSuperset(of: ["portal", "wire"]))
    }

    private func expectChinese(_ articles: [JSON]) throws {
        let bridge = try #require(articles.first { $0["url"]?.hasSuffix("/content_3300101.htm") == true })
        #expect(bridge["title"] == "云溪二桥主跨合龙 预计明年春季通车")
        #expect(bridge.list("authors").map { $0["name"] } == ["林一舟", "周望山"])
        #expect(bridge.list("authors").map { $0["role"] } == ["reporter", "correspondent"])
        #expect(bridge.list("publisher").first?["name"] == "云溪新闻网")
        #expect(bridge.list("editors").map(\.description) == ["何青禾"])
        #expect(bridge["language"] == "zh")
        #expect(bridge["published"]?.hasSuffix("+08:00") == true)
        #expect(bridge.list("capture").first?["charset"]?.lowercased() == "gb18030")
        #expect(bridge["text"]?.contains("误差控制在三毫米以内") == true)
        #expect(bridge["text"]?.contains("相关阅读") == false, "what is beside the article is not of it")
        let library = articles.filter { $0["url"]?.hasSuffix("/content_3300115.htm") == true }
        #expect(library.map { $0["version"] } == ["1", "2"])
        #expect(library.last?["text"]?.contains("不设通宵自习区") == true)
    }

    private func expectEnglish(_ articles: [JSON]) throws {
        let lamp = try #require(articles.first { $0["url"]?.hasSuffix("/harbour/lighthouse-lamp-returns") == true })
        #expect(lamp["title"] == "Lighthouse lamp returns after four years of repairs")
        #expect(lamp.list("authors").map { $0["name"] } == ["Ada Fenwright"])
        #expect(lamp["language"] == "en")
        #expect(lamp["text"]?.contains("three hundred prisms") == true)
    }

    private func expectCarriedStory(_ articles: [JSON]) throws {
        let both = articles.filter { $0["title"]?.hasPrefix("Lighthouse lamp") == true }
        try #require(both.count == 2, "the story at both outlets")
        // Whichever came second names the first.
        let marks = both.map { $0["near_duplicate_of"] }
        #expect(marks == [nil, both[0]["id"]] || marks == [both[1]["id"], nil], "\(marks)")
    }

    private func expectUnchanged(_ fetches: [JSON]) throws {
        let outcomes = Set(fetches.compactMap { $0["outcome"] })
        #expect(outcomes.isSuperset(of: ["discovered", "unchanged", "article", "updated", "gone"]))
        let bad = fetches.filter { !["gone", "cancelled"].contains($0["outcome"]) && $0["status"] == nil }
        #expect(bad.isEmpty, "\(bad)")
    }
}
