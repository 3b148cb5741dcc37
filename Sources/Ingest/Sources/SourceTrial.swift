internal import Catalog
internal import Config
internal import Discover
internal import Extract
internal import Fetch
package import Model
internal import Schedule

/// One look at a source of which nothing is kept: what `source check` shows.
package struct SourceTrial: Sendable {
    package struct Link: Sendable {
        package let url: WebURL
        package let title: String?
        package let published: Timestamp?
    }

    package var outcome: Outcome
    package var status: Int?
    /// What the page turned out to be.
    package var kind: String?
    package var message: String?
    package var milliseconds: Int?
    package var links: [Link] = []
}

extension Ingest {
    /// Fetches a source's page by its rules and reads it.
    package func tryOut(_ url: CanonicalURL, by plan: SourcePlan) async -> SourceTrial {
        let entry = FrontierEntry(url: url, source: plan.id, purpose: .source, priority: .triggered)
        var attempt = Attempt(entry, time: clock.now())
        if let refusal = await robots.refusal(of: url, by: plan) {
            attempt.take(refusal)
            return SourceTrial(attempt)
        }
        let unknown = URLState(url: url.href, source: plan.id, firstSeen: attempt.time)
        let request = FetchRequest(entry, by: plan, knowing: unknown)
        guard let capture = attempt.take(await fetcher.fetch(request)) else { return SourceTrial(attempt) }
        guard (200..<300).contains(capture.status) else {
            attempt.end(.httpError, "the server answered \(capture.status)")
            return SourceTrial(attempt)
        }
        let page = Page(
            url: url, source: plan.id, purpose: plan.kind == .page ? .article : .source, finalURL: capture.final,
            status: capture.status, contentType: capture.contentType, body: capture.body, offset: .zero,
            fetched: capture.started)
        return SourceTrial(attempt, PageReader.read(page, by: plan))
    }
}

extension SourceTrial {
    fileprivate init(_ attempt: Attempt) {
        outcome = attempt.outcome
        status = attempt.status
        message = attempt.message
        milliseconds = attempt.milliseconds
    }

    fileprivate init(_ attempt: Attempt, _ reading: PageReader.Reading) {
        self.init(attempt)
        switch reading {
        case .links(let discovery):
            outcome = .discovered
            kind = discovery.kind.rawValue
            links = discovery.articles.map { Link(url: $0.url, title: $0.title, published: $0.published) }
        case .article(let draft, _):
            outcome = .article
            kind = "page"
            message = draft.content.title
        case .notAnArticle(let reason, _):
            outcome = .notAnArticle
            message = reason
        case .unreadable(let reason):
            outcome = .unreadable
            message = reason
        }
    }
}
