import Foundation
import Testing

/// AMP and mobile twins of an article.
@Suite struct TwinTests {
    @Test func aTwinGivesWayToTheArticlesOwnPage() async throws {
        let site = try ScriptedSite { path in
            switch path {
            case "/amp/story":
                .init(body: Story.page(1).replacing("<title>", with: "<link rel=\"canonical\" href=\"/story\"><title>"))
            case "/story": .init(body: Story.page(2))
            case "/amp/lost":
                .init(body: Story.page(3).replacing("<title>", with: "<link rel=\"canonical\" href=\"/gone\"><title>"))
            default: nil
            }
        }
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let run = try await installation.newsreel("fetch", "--wait", "--json", site.url("/amp/story"))
        #expect(run.output.map { JSON($0) }.compactMap { $0["outcome"] } == ["duplicate", "article"], "\(run)")
        #expect(try await installation.records("articles").compactMap { $0["url"] } == [site.url("/story")])
        // Where the article's own page is not to be had, its twin is better than nothing.
        _ = try await installation.newsreel("fetch", "--wait", site.url("/amp/lost"))
        _ = try await installation.newsreel("fetch", "--wait", site.url("/amp/lost"))
        #expect(try await installation.records("fetches").contains { $0["outcome"] == "gone" })
    }
}
