internal import Config
internal import Fetch

extension FetchConfiguration {
    /// What the fetch section of the configuration says.
    init(_ settings: FetchSettings) {
        self.init()
        userAgent = settings.userAgent
        acceptLanguage = settings.acceptLanguage
        maximumConcurrency = settings.maximumConcurrency
        maximumRedirects = settings.maximumRedirects
        headLimits = HeadLimits(bytes: settings.maximumHeaderBytes)
        timeouts.connect = settings.connectTimeout
        timeouts.lowSpeedBytesPerSecond = settings.lowSpeedLimit
        timeouts.lowSpeedTime = settings.lowSpeedTime
    }
}
