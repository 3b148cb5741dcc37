/// How pages are fetched: limits of one transfer and of all together, and what every request says.
package struct FetchSettings: Sendable, Hashable {
    /// The User-Agent field; its first product token is the agent that robots rules are read for.
    package var userAgent = "newsreel/0.1 (+https://example.org/bot)"
    /// A mail address for the From field (RFC 9110, 10.1.2); nil sends none.
    package var from: String?
    /// The Accept-Language field; nil sends none.
    package var acceptLanguage: String?
    /// Transfers at once.
    package var maximumConcurrency = 64
    package var maximumConcurrencyPerHost = 2
    /// From the start of one transfer to the start of the next on the same host.
    package var minimumDelayPerHost = Duration.seconds(1)
    /// What delay, concurrency and budget hold for together.
    package var hostIs = HostUnit.registrableDomain
    /// A host that answers slowly is asked more rarely: the delay is so many times its answer time, up to `maximumDelayPerHost`.
    package var delayFactor = 5
    package var maximumDelayPerHost = Duration.seconds(30)
    /// Each delay is longer by chance, by up to so many hundredths.
    package var delayJitter = 10
    /// The longest `Crawl-delay` of a robots.txt that is obeyed.
    package var maximumCrawlDelay = Duration.seconds(60)
    /// Starts of transfers within an hour on one host; nil for any number.
    package var maximumPerHourPerHost: Int?
    /// For the whole of one transfer, redirects included.
    package var timeout = Duration.seconds(30)
    /// For name look-up, connection and TLS handshake.
    package var connectTimeout = Duration.seconds(10)
    /// A transfer that stays below so many bytes a second for `lowSpeedTime` is ended; 0 lets it crawl.
    package var lowSpeedLimit = 100
    package var lowSpeedTime = Duration.seconds(15)
    /// Counted after decompression.
    package var maximumBodyBytes = 8 << 20
    package var maximumHeaderBytes = 256 << 10
    package var maximumRedirects = 20
    /// Of all bodies together that were received and are not yet stored; beyond it nothing new begins.
    package var maximumBytesInFlight = 256 << 20
    /// A source's next look comes later by a random part of this, and by at most a tenth of its interval.
    package var jitter = Duration.seconds(30)
    package var obeyRobots = true
    /// Whether the copy of a page that says `noarchive` is left out of the pages reel.
    package var obeyNoArchive = true
    /// Whether an origin's reservations for text and data mining (`/.well-known/tdmrep.json`) are asked for.
    package var readReservations = true
    /// Loopback, RFC 1918, CGNAT, link-local, ULA, NAT64 and the like.
    package var allowPrivateAddresses = false
    /// Networks that may be connected to whatever they are, such as `10.1.0.0/16`.
    package var allowedNetworks: [String] = []
    /// As libcurl writes it, such as `http://proxy.example:3128`; nil for none.
    package var proxy: String?
    /// A PEM file of certificate authorities in place of the system's.
    package var authorityFile: String?

    /// At which ages of an article its page is looked at again for edits and withdrawals; growing.
    package var revisit: [Duration] = [.minutes(15), .hours(1), .hours(6), .days(1), .days(7)]

    package init() {}
}

extension FetchSettings: SettingsSection {
    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit("user_agent", &userAgent, .text)
        visitor.visit("from", &from, .optional(.mailAddress))
        visitor.visit("accept_language", &acceptLanguage, .optional(.text))
        visitor.visit("maximum_concurrency", &maximumConcurrency, .integer(1...10_000))
        visitor.visit("maximum_concurrency_per_host", &maximumConcurrencyPerHost, .integer(1...1000))
        visitor.visit("minimum_delay_per_host", &minimumDelayPerHost, .duration(.zero ... .days(1)))
        visitor.visit("host_is", &hostIs, .word)
        visitor.visit("delay_factor", &delayFactor, .integer(0...100))
        visitor.visit("maximum_delay_per_host", &maximumDelayPerHost, .duration(.zero ... .days(1)))
        visitor.visit("delay_jitter", &delayJitter, .integer(0...100))
        visitor.visit("maximum_crawl_delay", &maximumCrawlDelay, .duration(.zero ... .days(1)))
        visitor.visit("maximum_per_hour_per_host", &maximumPerHourPerHost, .optional(.integer(1...10_000_000)))
        visitor.visit("timeout", &timeout, .duration(.milliseconds(100) ... .days(1)))
        visitor.visit("connect_timeout", &connectTimeout, .duration(.milliseconds(100) ... .hours(1)))
        visitor.visit("low_speed_limit", &lowSpeedLimit, .bytes(0...1 << 30))
        visitor.visit("low_speed_time", &lowSpeedTime, .duration(.seconds(1) ... .hours(1)))
        visitor.visit("maximum_body_bytes", &maximumBodyBytes, .bytes(1024...1 << 30))
        visitor.visit("maximum_header_bytes", &maximumHeaderBytes, .bytes(1024...16 << 20))
        visitor.visit("maximum_redirects", &maximumRedirects, .integer(0...100))
        visitor.visit("maximum_bytes_in_flight", &maximumBytesInFlight, .bytes(1 << 20...1 << 40))
        visitor.visit("revisit", &revisit, .durations)
        visitor.visit("jitter", &jitter, .duration(.zero ... .hours(1)))
        visitor.visit("obey_robots", &obeyRobots, .flag)
        visitor.visit("obey_noarchive", &obeyNoArchive, .flag)
        visitor.visit("read_reservations", &readReservations, .flag)
        visitor.visit("allow_private_addresses", &allowPrivateAddresses, .flag)
        visitor.visit("allowed_networks", &allowedNetworks, .networks)
        visitor.visit("proxy", &proxy, .optional(.proxy))
        visitor.visit("authority_file", &authorityFile, .optional(.absolutePath))
    }
}
