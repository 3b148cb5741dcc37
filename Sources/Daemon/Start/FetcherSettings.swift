internal import Config
internal import Fetch

extension FetchConfiguration {
    /// What the fetch section of the configuration says.
    init(_ settings: FetchSettings, metrics: MetricsSettings) {
        self.init()
        ownPorts = metrics.listen.map { [$0.port] } ?? []
        userAgent = settings.userAgent
        from = settings.from
        proxy = settings.proxy
        authorityFile = settings.authorityFile
        allowedNetworks = settings.allowedNetworks.compactMap { IPNetwork($0) }
        acceptLanguage = settings.acceptLanguage
        maximumConcurrency = settings.maximumConcurrency
        maximumBytesInFlight = settings.maximumBytesInFlight
        maximumRedirects = settings.maximumRedirects
        headLimits = HeadLimits(bytes: settings.maximumHeaderBytes)
        timeouts.connect = settings.connectTimeout
        timeouts.lowSpeedBytesPerSecond = settings.lowSpeedLimit
        timeouts.lowSpeedTime = settings.lowSpeedTime
    }
}
