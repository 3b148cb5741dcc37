package import Config
package import Discover
package import Fetch
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
    /// Nil where the source names none.
    package let zone: Zone?
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
        package let allowedNetworks: [IPNetwork]
        package let obeyRobots: Bool
        package let obeyNoArchive: Bool
        package let readReservations: Bool
        package let maximumCrawlDelay: Duration
        package let proxy: String?
        package let authorityFile: String?
        package let clientCertificate: ClientCertificate?
        /// The jar that the source's cookies are kept in; nil for none.
        package let cookieJar: String?
        /// Equal for plans that get the same answers from one origin.
        let reach: String

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
            hours: source.activeHours, zone: source.zone ?? .utc, jitter: fetch.jitter)
        heedsFeed = source.heedsFeed
        silenceAfter = source.silenceAfter
        pattern = try source.articlePattern.map { try LinkPattern($0) }
        revisits = RevisitPlan(ages: source.revisit ?? fetch.revisit)
        zone = source.zone
        language = source.language
        maximumArticles = source.maximumArticles
        isPaused = source.isPaused
        request = RequestPlan(
            userAgent: fetch.userAgent, maximumBodyBytes: fetch.maximumBodyBytes, timeout: fetch.timeout,
            headers: source.headers,
            allowPrivateAddresses: source.allowPrivateAddresses ?? fetch.allowPrivateAddresses,
            allowedNetworks: (source.allowedNetworks ?? []).compactMap { IPNetwork($0) },
            obeyRobots: source.obeyRobots ?? fetch.obeyRobots,
            obeyNoArchive: source.obeyNoArchive ?? fetch.obeyNoArchive, readReservations: fetch.readReservations,
            maximumCrawlDelay: fetch.maximumCrawlDelay, proxy: source.proxy, authorityFile: source.authorityFile,
            clientCertificate: source.clientCertificate.map { ClientCertificate(file: $0, key: source.clientKey) },
            cookieJar: source.keepsCookies ? source.id.rawValue : nil, reach: source.reach(fetch))
        var politeness = Politeness(fetch)
        if let delay = source.minimumDelay { politeness.minimumDelay = delay }
        if let concurrency = source.maximumConcurrency { politeness.maximumConcurrency = concurrency }
        if let budget = source.maximumPerHour { politeness.maximumPerHour = budget }
        self.politeness = politeness
    }

    /// The longest that the source's page may have to wait, but for a clock that was wrong when the wait was planned.
    func longestWait(now: Timestamp) -> Duration {
        let day = Duration.seconds(86_400)
        switch schedule {
        case .every(let interval): return interval + day
        case .adaptive(let bounds): return bounds.maximum + day
        case .cron(let cron): return (cron.next(after: now, in: zone ?? .utc).map { now.duration(to: $0) } ?? day) + day
        }
    }

    /// The plan for URLs that belong to no source.
    package static func adHoc(_ fetch: FetchSettings) throws -> SourcePlan {
        var settings = SourceSettings()
        settings.id = .adHoc
        settings.name = "on request"
        return try SourcePlan(settings, fetch: fetch)
    }
}

extension SourceSettings {
    /// Tells apart plans that may get different answers from one origin: by where they may connect, and as whom.
    fileprivate func reach(_ fetch: FetchSettings) -> String {
        [
            allowPrivateAddresses ?? fetch.allowPrivateAddresses ? "private" : "",
            (allowedNetworks ?? []).joined(separator: ","), proxy ?? "", authorityFile ?? "", clientCertificate ?? "",
        ]
        .joined(separator: " ")
    }
}

extension Politeness {
    /// What the fetch section says of every host.
    package init(_ fetch: FetchSettings) {
        self.init(
            minimumDelay: fetch.minimumDelayPerHost, maximumConcurrency: fetch.maximumConcurrencyPerHost,
            maximumPerHour: fetch.maximumPerHourPerHost, delayFactor: fetch.delayFactor,
            maximumDelay: fetch.maximumDelayPerHost, jitterPercent: fetch.delayJitter)
    }
}
