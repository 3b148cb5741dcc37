import Config
import Fetch
import Model
import Schedule
import Testing

@testable import Ingest

/// Invented sources, entries and pages.
enum Fixture {
    static func url(_ text: String) throws -> CanonicalURL { try #require(CanonicalURL(text)) }

    static func plan(
        _ id: String = "harbour", _ kind: SourceSettings.Kind = .list,
        _ change: (inout SourceSettings) throws -> Void = { _ in }
    ) throws -> SourcePlan {
        var settings = SourceSettings()
        settings.id = SourceID(rawValue: id)
        settings.url = "http://\(id).example/"
        settings.kind = kind
        try change(&settings)
        var fetch = FetchSettings()
        fetch.jitter = .zero
        return try SourcePlan(settings, fetch: fetch)
    }

    static func entry(
        _ url: String, of source: String = "harbour", _ purpose: FrontierEntry.Purpose = .article,
        _ priority: FrontierEntry.Priority = .fresh
    ) throws -> FrontierEntry {
        FrontierEntry(
            url: try Fixture.url(url), source: SourceID(rawValue: source), purpose: purpose, priority: priority)
    }

    static func attempt(
        _ url: String = "http://harbour.example/", _ outcome: Outcome, of source: String = "harbour",
        _ purpose: FrontierEntry.Purpose = .article, at time: Timestamp = Timestamp(secondsSinceEpoch: 1_795_000_000)
    ) throws -> Attempt {
        var attempt = Attempt(try entry(url, of: source, purpose), time: time)
        attempt.outcome = outcome
        return attempt
    }

    /// A page that is an article; each number has a text of its own.
    static func story(_ number: Int, ending: String = "") -> String {
        let sentence = (1...40).map { "boat \(number * 97 + $0) left the quay" }.joined(separator: " and ")
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Boats of day \(number)</title></head><body>
            <article><h1>Boats of day \(number)</h1><p>On that day \(sentence), which nobody had expected to see.</p>
            <p>The harbour master counted them from the tower, as is done every morning. \(ending)</p></article></body></html>
            """
    }
}

extension SourceID: ExpressibleByStringLiteral {
    /// A name in quotes.
    public init(stringLiteral text: String) { self.init(rawValue: text) }
}
