package import Config
package import Discover
package import Model
package import Schedule

/// A source as it is worked on: its settings with the defaults filled in.
package struct SourcePlan: Sendable {
    package let id: SourceID
    package let name: String
    /// Nil for the URLs that users ask for by hand.
    package let url: CanonicalURL?
    package let kind: SourceSettings.Kind
    package let schedule: SourceSchedule
    let pace: Pace
    let heedsFeed: Bool
    /// How long it may give nothing new; nil where that is learnt.
    package let silenceAfter: Duration?
    package let pattern: LinkPattern?
    package let revisits: RevisitPlan
    package let zoneOffsetSeconds: Int
    /// The zone is the source's own word, and not UTC for want of one.
    package let hasZone: Bool
    package let language: String?
    package let maximumArticles: Int?
    package let isPaused: Bool
    package let request: RequestPlan
    package let politeness: Politeness

    /// How a source's pages are asked for.
    package struct RequestPlan: Sendable {
        package let userAgent: String
        package let maximumBodyBytes: Int
        package let timeout: Duration
        package let headers: [RequestHeader]
        package let allowPrivateAddresses: Bool
        package let obeyRobots: Bool

        /// The token that robots rules are read for: the user agent's first product (RFC 9309 section 2.2.1).
        package var agentToken: String { String(userAgent.prefix { $0 != "/" && $0 != " " }) }
    }

    /// Fills in a source's settings.
    package init(_ source: SourceSettings, fetch: FetchSettings) throws {
        id = source.id
        name = source.displayName
        url = CanonicalURL(source.url)
        kind = source.kind
        schedule = source.schedule
        pace = Pace(
            hours: source.activeHours, zoneOffsetSeconds: source.zoneOffsetSeconds ?? 0, jitter: fetch.jitter)
        heedsFeed = source.heedsFeed
        silenceAfter = source.silenceAfter
        pattern = try source.articlePattern.map { try LinkPattern($0) }
        revisits = RevisitPlan(ages: source.revisit ?? fetch.revisit)
        zoneOffsetSeconds = source.zoneOffsetSeconds ?? 0
        hasZone = source.zoneOffsetSeconds != nil
        language = source.language
        maximumArticles = source.maximumArticles
        isPaused = source.isPaused
        request = RequestPlan(
            userAgent: fetch.userAgent, maximumBodyBytes: fetch.maximumBodyBytes, timeout: fetch.timeout,
            headers: source.headers,
            allowPrivateAddresses: source.allowPrivateAddresses ?? fetch.allowPrivateAddresses,
            obeyRobots: source.obeyRobots ?? fetch.obeyRobots)
        politeness = Politeness(
            minimumDelay: source.minimumDelay ?? fetch.minimumDelayPerHost,
            maximumConcurrency: source.maximumConcurrency ?? fetch.maximumConcurrencyPerHost,
            maximumPerHour: source.maximumPerHour ?? fetch.maximumPerHourPerHost)
    }

    /// The plan for URLs that belong to no source.
    package static func adHoc(_ fetch: FetchSettings) throws -> SourcePlan {
        var settings = SourceSettings()
        settings.id = .adHoc
        settings.name = "on request"
        return try SourcePlan(settings, fetch: fetch)
    }
}
