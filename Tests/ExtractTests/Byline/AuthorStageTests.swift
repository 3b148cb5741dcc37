import Model
import Testing

@testable import Extract

@Suite struct AuthorStageTests {
    private func names(_ page: String) throws -> [String] { try article(page).authors.map(\.name) }

    private let linked =
        #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":[{"@type":"Person","name":"Ann Lee"}]}</script>"#

    @Test func linkedDataNamesThemWhereThePageShowsThem() throws {
        #expect(try names(Prose.page(head: linked, before: "<p>Ann Lee, Marrow Bay</p>")) == ["Ann Lee"])
    }

    @Test func whoKeepsTheSiteIsNoAuthor() throws {
        #expect(try names(Prose.page(head: linked)).isEmpty)
    }

    @Test func aBylineElementNamesThem() throws {
        #expect(
            try names(Prose.page(before: #"<div class="byline">By <a href="/a">Ann Lee</a> and Bo Ek</div>"#)) == [
                "Ann Lee", "Bo Ek",
            ])
    }

    @Test func aLineThatBeginsWithByNamesThem() throws {
        #expect(try names(Prose.page(before: "<p>By Ann Lee</p>")) == ["Ann Lee"])
    }

    @Test func aPageWithoutBylineHasNone() throws {
        #expect(try names(Prose.page()).isEmpty)
    }

    @Test func aCommentersNameIsNoByline() throws {
        let after = #"<div class="comments"><div class="author">Cy Twill</div><p>I do not agree, not at all.</p></div>"#
        #expect(try names(Prose.page(after: after)).isEmpty)
    }

    @Test func anAuthorOfARelatedStoryIsNone() throws {
        let before = #"<div class="related"><span class="author">Cy Twill</span></div>"#
        #expect(try names(Prose.page(before: before)).isEmpty)
    }

    @Test func namesInBoldAboveTheTextAreABylineToo() throws {
        let body = ["<b>Ann Lee/Bo Ek</b>"] + Prose.english
        #expect(try names(Prose.page(body: body)) == ["Ann Lee", "Bo Ek"])
    }

    @Test func anOfficeCountsWhereThePageShowsItAsByline() throws {
        let head =
            #"<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"Marrow Online"}}</script>"#
        #expect(try names(Prose.page(head: head, before: #"<p class="byline">Marrow Online</p>"#)) == ["Marrow Online"])
        #expect(try names(Prose.page(head: head)).isEmpty)
    }

    @Test func anAccountOfTheSitesSoftwareIsNoOffice() throws {
        let head =
            #"<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"User Admin"}}</script>"#
        let before = #"<p class="byline">By <a href="/author/user-admin">User Admin</a></p>"#
        #expect(try names(Prose.page(head: head, before: before)).isEmpty)
    }

    @Test func aWordThatRunsOnBehindALinkIsNotOfTheName() throws {
        let before = #"<div>By <a href="/author/ann-lee" rel="author">Ann Lee</a>on <time>May 1, 2024</time></div>"#
        #expect(try names(Prose.page(before: before)) == ["Ann Lee"])
    }

    @Test func thePrefixOfAThemeSaysNothing() throws {
        let before =
            #"<div class="jeg_post_meta"><div class="jeg_meta_author">by <a href="/author/ann">Ann Lee</a></div><div class="jeg_meta_date">May 1, 2024</div></div>"#
        #expect(try names(Prose.page(before: before)) == ["Ann Lee"])
    }

    private func chinese(before: String = "", first: String = "", after: String = "") -> String {
        Prose.page(
            title: "旧渡口码头关闭维修", before: before, after: after, language: "zh",
            body: [first + Prose.chinese[0]] + Prose.chinese[1...])
    }

    @Test func theBracketInTheOpeningNamesThemWithTheirRoles() throws {
        let content = try article(chinese(first: "海湾网12月22日报道(本网记者 陈小雨 通讯员 林大海 肖一)"))
        #expect(
            content.authors == [
                Author(name: "陈小雨", role: .reporter), Author(name: "林大海", role: .correspondent),
                Author(name: "肖一", role: .correspondent),
            ])
    }

    @Test func theLineAboveTheTextNamesThem() throws {
        let content = try article(chinese(before: "<div>2024-05-01 10:30 来源：海湾网 作者：陈小雨 责任编辑：林大海</div>"))
        #expect(content.authors.map(\.name) == ["陈小雨"])
        #expect(content.editors == ["林大海"])
        #expect(content.publisher?.name == "海湾网")
    }

    @Test func theLineBelowTheTextNamesThem() throws {
        let content = try article(chinese(after: "<div>文/陈小雨</div><div>编辑/肖一</div><div>责任编辑：林大海_N1</div>"))
        #expect(content.authors.map(\.name) == ["陈小雨"])
        #expect(content.editors == ["林大海"])
    }

    @Test func anEditorAloneIsNoAuthor() throws {
        let content = try article(chinese(after: "<div>责任编辑：林大海</div>"))
        #expect(content.authors.isEmpty)
        #expect(content.editors == ["林大海"])
    }

    @Test func aPhotographersCreditBelowIsNoAuthor() throws {
        #expect(try article(chinese(after: "<div>摄影/陈小雨 编辑/林大海</div>")).authors.isEmpty)
    }

    @Test func questionsOfAnInterviewNameNobody() throws {
        let content = try article(chinese(after: "<p>记者：高兴吗？</p><p>记者：王某怎么看？</p>"))
        #expect(content.authors.isEmpty)
    }

    @Test func aSourceInTheNextElementBelongsToItsLabel() throws {
        #expect(try article(chinese(before: "<div>来源：</div><div>海湾晚报</div>")).publisher?.name == "海湾晚报")
    }
}
