internal import Model

/// A small agency with an Atom feed. It carries one of the paper's stories almost word for word.
struct Agency: Outlet {
    let timeline: Timeline
    let address = "127.0.0.3"
    private let name = "Coastal Wire"

    private var stories: [Story] {
        guard let carried = PaperStories.all.first else { return AgencyStories.own }
        let retold = Story(
            name: carried.name, title: carried.title, byline: carried.byline,
            paragraphs: carried.paragraphs + ["This story first appeared in The Harbour Courier."],
            section: carried.section, published: .seconds(-8000))
        return [retold] + AgencyStories.own
    }

    func page(at path: String) -> SitePage? {
        let age = timeline.age
        if path == "/atom.xml" { return .xml(feed(age), type: "application/atom+xml") }
        guard let story = stories.first(where: { "/wire/\($0.name).html" == path }), story.isVisible(at: age) else {
            return nil
        }
        return .html(article(story, age))
    }

    private func feed(_ age: Duration) -> String {
        let entries = stories.filter { $0.isVisible(at: age) }.map { story in
            let time = timeline.universal(story.published).rfc3339
            return """
                <entry><title>\(escaped(story.title))</title><id>urn:wire:\(story.name)</id>\
                <link href="http://127.0.0.3:\(timeline.port)/wire/\(story.name).html"/><published>\(time)</published><updated>\(time)</updated>\
                <author><name>\(escaped(story.byline))</name></author></entry>
                """
        }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>\(name)</title><id>urn:wire</id>
            <updated>\(timeline.universal(.zero).rfc3339)</updated>
            \(entries.joined(separator: "\n"))
            </feed>
            """
    }

    private func article(_ story: Story, _ age: Duration) -> String {
        let paragraphs = story.paragraphs(at: age).map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(escaped(story.title)) - \(name)</title></head><body>
            <div id="top"><a href="/">\(name)</a> <a href="/about.html">About</a></div>
            <div class="story"><h1>\(escaped(story.title))</h1>
            <div class="meta">By \(escaped(story.byline)), \(timeline.universal(story.published).englishForm)</div>
            \(paragraphs)
            </div><div id="bottom">© \(name) <a href="/terms.html">Terms</a></div></body></html>
            """
    }
}

/// The agency's own stories.
enum AgencyStories {
    static let own: [Story] = [
        Story(
            name: "tide-tables-corrected", title: "Tide tables for the spring are corrected by six minutes",
            byline: "Ines Harrow",
            paragraphs: [
                "The hydrographic office has corrected the spring tide tables for the whole coast by six minutes, after pilots noticed that the water arrived late.",
                "The error came from a gauge that had been moved to the other end of a pier during repairs and was never moved back.",
                "Printed tables stay in use until they run out; the office asks sailors to add the six minutes by hand.",
                "It is the first correction since the tables were first calculated by machine.",
            ],
            section: "Coast", published: .seconds(-2500))
    ]
}
