package import Model

/// One news source: where it begins, when to look, and what of the fetch section is different for it.
package struct SourceSettings: Sendable, Hashable {
    /// What kind of page the source's URL is.
    package enum Kind: String, Sendable, CaseIterable {
        case auto, feed, sitemap, list, page
    }

    package var id = SourceID(rawValue: "")
    /// For people; nil where the configuration has none.
    package var name: String?
    /// http or https.
    package var url = ""
    package var kind = Kind.auto
    package var schedule = SourceSchedule.every(SourceSchedule.defaultInterval)
    /// Nil for all hours.
    package var activeHours: ActiveHours?
    /// Whether what a feed says about how often it may be asked (`ttl`, `skipHours`, `skipDays`, `sy:updatePeriod`) holds.
    package var heedsFeed = true
    /// How long it may give nothing new before that is reported; nil learns it from what the source gave.
    package var silenceAfter: Duration?
    /// A regular expression that the URLs of articles match; nil lets list pages be judged by their shape.
    package var articlePattern: String?
    /// What the pages say is in this language where they do not say it themselves.
    package var language: String?
    /// For times that name no zone, and for `cron` and the active hours; nil is unknown, and UTC for these.
    package var zone: Zone?
    /// A paused source is known but not fetched.
    package var isPaused = false
    /// At most so many articles of one look at the source; nil for all.
    package var maximumArticles: Int?
    /// In place of the fetch section's; nil takes those.
    package var minimumDelay: Duration?
    package var maximumConcurrency: Int?
    package var maximumPerHour: Int?
    package var allowPrivateAddresses: Bool?
    package var allowedNetworks: [String]?
    package var obeyRobots: Bool?
    package var obeyNoArchive: Bool?
    package var proxy: String?
    package var authorityFile: String?
    package var revisit: [Duration]?
    /// A PEM file with the certificate that this client shows; `clientKey` has its key, where the file itself has not.
    package var clientCertificate: String?
    package var clientKey: String?
    /// Whether cookies of the source's sites are kept, in memory, and sent back.
    package var keepsCookies = false
    /// Fields added to each request.
    package var headers: [RequestHeader] = []

    package init() {}

    /// The name, or the id where there is none.
    package var displayName: String { name ?? id.rawValue }
}

extension SourceSettings: SettingsSection {
    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit("id", &id, .sourceID)
        visitor.require("id")
        visitor.visit("name", &name, .optional(.text))
        visitor.visit("url", &url, .url)
        visitor.require("url")
        visitor.visit("kind", &kind, .word)
        acceptSchedule(visitor)
        visitor.visit("active_hours", &activeHours, .optional(.activeHours))
        visitor.visit("heed_feed", &heedsFeed, .flag)
        visitor.visit("silence_after", &silenceAfter, .optional(.duration(.minutes(1) ... .days(3650))))
        visitor.visit("article_pattern", &articlePattern, .optional(.pattern))
        visitor.visit("language", &language, .optional(.language))
        visitor.visit("zone", &zone, .optional(.zone))
        visitor.visit("paused", &isPaused, .flag)
        visitor.visit("maximum_articles", &maximumArticles, .optional(.integer(1...1_000_000)))
        visitor.visit("minimum_delay", &minimumDelay, .optional(.duration(.zero ... .days(1))))
        visitor.visit("maximum_concurrency", &maximumConcurrency, .optional(.integer(1...1000)))
        visitor.visit("maximum_per_hour", &maximumPerHour, .optional(.integer(1...10_000_000)))
        visitor.visit("allow_private_addresses", &allowPrivateAddresses, .optional(.flag))
        visitor.visit("allowed_networks", &allowedNetworks, .optional(.networks))
        visitor.visit("obey_robots", &obeyRobots, .optional(.flag))
        visitor.visit("obey_noarchive", &obeyNoArchive, .optional(.flag))
        acceptConnection(visitor)
        visitor.visit("revisit", &revisit, .optional(.durations))
        visitor.visit("headers", &headers, .headers)
    }

    private mutating func acceptConnection(_ visitor: some SettingsVisitor) {
        visitor.visit("proxy", &proxy, .optional(.proxy))
        visitor.visit("authority_file", &authorityFile, .optional(.absolutePath))
        visitor.visit("client_certificate", &clientCertificate, .optional(.absolutePath))
        visitor.visit("client_key", &clientKey, .optional(.absolutePath))
        visitor.visit("cookies", &keepsCookies, .flag)
    }

    private mutating func acceptSchedule(_ visitor: some SettingsVisitor) {
        var (every, cron, adaptive) = schedule.keys
        visitor.visit("every", &every, .optional(.duration(.seconds(1) ... .days(365)), nilIs: .omitted))
        visitor.visit("cron", &cron, .optional(.cron, nilIs: .omitted))
        visitor.visit("adaptive", &adaptive, .optional(.adaptive, nilIs: .omitted))
        visitor.exclude(["every", "cron", "adaptive"])
        schedule = SourceSchedule(every: every, cron: cron, adaptive: adaptive)
    }
}
