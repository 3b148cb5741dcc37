import Model
import Testing

@testable import Extract

/// A page of an English paper: linked data, a standfirst, embeds and teasers between the paragraphs.
@Suite struct EnglishNewsTests {
    private static let page = """
        <!doctype html>
        <html lang="en-GB"><head><meta charset="utf-8">
        <title>Ferry pier of Marrow Bay closes for repairs | Bay | The Marrow Post</title>
        <link rel="canonical" href="https://www.marrowpost.example/bay/ferry-pier">
        <meta property="og:type" content="article"><meta property="og:site_name" content="The Marrow Post">
        <meta property="og:title" content="Ferry pier of Marrow Bay closes for repairs">
        <meta property="og:image" content="https://img.marrowpost.example/pier-1200.jpg">
        <script type="application/ld+json">
        {"@context":"https://schema.example","@graph":[
          {"@type":"Organization","@id":"#org","name":"The Marrow Post"},
          {"@type":"Person","@id":"#ann","name":"Ann Lee"},
          {"@type":"NewsArticle","headline":"Ferry pier of Marrow Bay closes for repairs","author":[{"@id":"#ann"},{"@type":"Person","name":"Bo Ek"}],
           "publisher":{"@id":"#org"},"datePublished":"2024-05-01T09:30:00+01:00","dateModified":"2024-05-01T12:00:00+01:00",
           "articleSection":["Bay","Transport"],"keywords":"ferries, repairs",}
        ]}
        </script></head>
        <body class="article page-with-sidebar has-comments">
        <header class="site-header"><a class="logo" href="/">The Marrow Post</a>
          <nav><a href="/bay">Bay</a><a href="/sport">Sport</a><a href="/opinion">Opinion</a></nav></header>
        <div class="cookie-banner"><p>We use cookies, and so do our partners. By continuing you accept, as our policy explains.</p></div>
        <main><article>
          <ul class="breadcrumbs"><li><a href="/">Home</a></li><li><a href="/bay">Bay</a></li></ul>
          <h1>Ferry pier of Marrow Bay closes for repairs</h1>
          <p class="standfirst">Nine weeks without the ferry: what the repairs mean for the people of the bay.</p>
          <div class="byline">By <a rel="author" href="/ann">Ann Lee</a> and <a rel="author" href="/bo">Bo Ek</a></div>
          <div class="dates"><time datetime="2024-05-01T09:30:00+01:00">1 May 2024, 9.30am</time>
            Updated <time datetime="2024-05-01T12:00:00+01:00">noon</time></div>
          <div class="share-tools"><button>Share</button><a href="#">Copy link</a></div>
          <figure class="lead"><img src="/pier-600.jpg" alt=""><figcaption>The old pier, which was built in 1911. Photograph: Cy Twill</figcaption></figure>
          <div class="article-body">
            <p>The harbour council of Marrow Bay voted on Tuesday to close the old ferry pier for repairs, the mayor said.</p>
            <p>Work will begin in June and take nine weeks, according to the <a href="/eng">engineers</a>, who found cracks in eleven pillars.</p>
            <aside class="promo"><h4>Sign up for our newsletter</h4><p>Every morning, the news of the bay in your inbox, free of charge.</p></aside>
            <h2>The north quay</h2>
            <p>Fishermen who land their catch there will use the north quay instead, and the council will pay for the fuel.</p>
            <blockquote><p>We have waited for this for ten years, and now it has come at the worst of times.</p></blockquote>
            <div class="teaser-card"><a href="/eels"><img src="/eels.jpg"></a><h3><a href="/eels">Eel prices have fallen again</a></h3></div>
            <blockquote class="chirp-embed"><p>The pier is closed, and I am sad about it.</p><a href="https://c.example">May 1</a></blockquote>
            <p>The work will cost <span>two</span>&nbsp;million crowns, of which the state pays half; the rest comes from the harbour’s own funds.</p>
            <ul><li>The pier closes on 3 June.</li><li>It opens again on 5 August.</li></ul>
            <p><a href="/more">Read more: how the pillars of the pier were built</a></p>
            <p>Additional reporting by Di Moor in North Quay.</p>
          </div>
          <div class="topics tags"><a rel="tag" href="/t/f">Ferries</a><a rel="tag" href="/t/r">Repairs</a></div>
        </article>
        <section class="related-stories"><h2>More on this story</h2><ul><li><a href="/eels">Eel prices have fallen again this week</a></li></ul></section>
        <section id="comments"><h2>Comments (2)</h2><div class="comment"><span class="author">Moor Hen</span><p>About time, I should say. The pier has been a disgrace.</p></div></section>
        </main>
        <footer><p>© 2024 Marrow Post Company Ltd. All rights reserved.</p></footer></body></html>
        """

    private let content: ArticleContent
    private let result: ArticleDraft
    init() throws {
        result = try draft(EnglishNewsTests.page, url: "https://www.marrowpost.example/bay/ferry-pier?ref=home")
        content = result.content
    }

    @Test func titleAndSubtitle() {
        #expect(content.title == "Ferry pier of Marrow Bay closes for repairs")
        #expect(content.subtitle == "Nine weeks without the ferry: what the repairs mean for the people of the bay.")
    }

    @Test func publishedAndModifiedAreNotConfused() {
        #expect(content.published?.rfc3339 == "2024-05-01T09:30:00+01:00")
        #expect(content.modified?.rfc3339 == "2024-05-01T12:00:00+01:00")
    }

    @Test func authorsAreResolvedThroughTheGraph() {
        #expect(content.authors.map(\.name) == ["Ann Lee", "Bo Ek"])
        #expect(content.publisher?.name == "The Marrow Post")
    }

    @Test func theBlocksAreTheArticlesInOrder() {
        #expect(
            content.blocks.map(\.type) == [
                .paragraph, .image, .paragraph, .paragraph, .heading, .paragraph, .quote, .paragraph, .list, .paragraph,
            ])
        #expect(content.text.contains("two million crowns"))
    }

    @Test func nothingForeignIsInTheText() {
        for foreign in [
            "cookies", "newsletter", "Eel prices", "I am sad", "Read more", "disgrace", "Copy link", "Photograph",
            "All rights",
        ] {
            #expect(!content.text.contains(foreign), "\(foreign)")
        }
    }

    @Test func sectionTagsAndRelated() {
        #expect(content.section == ["Bay"])
        #expect(content.tags.map { $0.lowercased() } == ["ferries", "repairs"])
        #expect(content.related.contains { $0.title.hasPrefix("Eel prices") })
    }

    @Test func picturesWithTheirCaptions() {
        #expect(content.leadImage == "https://img.marrowpost.example/pier-1200.jpg")
        #expect(content.images.first?.caption?.hasPrefix("The old pier") == true)
        #expect(content.images.count == 1)
    }

    @Test func theCanonicalAddressIsTheSitesOwn() {
        #expect(result.canonicalURL?.href == "https://www.marrowpost.example/bay/ferry-pier")
    }

    @Test func theExplanationNamesWhatLost() throws {
        let title = try #require(result.explanation.first { $0.field == "title" })
        #expect(title.candidates.count >= 3)
        #expect(Set(title.candidates.map(\.rule)).isSuperset(of: ["json-ld", "og:title", "h1"]))
    }

    @Test func languageAndRights() {
        #expect(content.language == "en")
        #expect(content.rightsHolder == "Marrow Post Company Ltd")
    }

    @Test func theDraftSurvivesItsJSON() throws {
        var writer = JSONWriter()
        writer.beginObject()
        content.writeMembers(to: &writer)
        content.writeEvidence(to: &writer)
        writer.endObject()
        let json = reading(writer.string) { JSONReader.read($0).first?["title"]?.text }
        #expect(json == content.title)
    }
}
