internal import CCurl

extension EasyHandle {
    /// A new handle with the options that are the same for every transfer.
    convenience init?(_ configuration: FetchConfiguration) {
        self.init()
        installCallbacks()
        confine()
        set(.CURLOPT_ACCEPT_ENCODING, "")
        set(.CURLOPT_BUFFERSIZE, Self.bufferBytes)
        set(.CURLOPT_HTTPGET, true)
        set(.CURLOPT_CONNECTTIMEOUT_MS, milliseconds: configuration.timeouts.connect)
        set(.CURLOPT_LOW_SPEED_LIMIT, max(0, configuration.timeouts.lowSpeedBytesPerSecond))
        set(.CURLOPT_LOW_SPEED_TIME, max(1, configuration.timeouts.lowSpeedTime.milliseconds / 1000))
        set(.CURLOPT_NOPROXY, "")
    }

    /// What the transfers share of receive buffers; larger ones bring no fewer calls on pages of the usual size.
    private static let bufferBytes = 64 * 1024

    /// The options that keep a peer from reaching further than one HTTP response.
    private func confine() {
        set(.CURLOPT_PROTOCOLS_STR, "http,https")
        set(.CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        set(.CURLOPT_FOLLOWLOCATION, false)
        set(.CURLOPT_HTTP09_ALLOWED, false)
        set(.CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        set(.CURLOPT_HTTPAUTH, 1)
        set(.CURLOPT_SSL_VERIFYPEER, true)
        set(.CURLOPT_SSL_VERIFYHOST, 2)
        set(.CURLOPT_SUPPRESS_CONNECT_HEADERS, true)
        set(.CURLOPT_PATH_AS_IS, true)
        set(.CURLOPT_NOSIGNAL, true)
        // Else a transfer that ends while its name is being resolved holds up all others until the resolver answers.
        set(.CURLOPT_QUICK_EXIT, true)
    }

    /// The options of one transfer; each is set every time, so that nothing is left of the one before.
    func prepare(for order: HopOrder) {
        set(.CURLOPT_URL, order.url)
        set(.CURLOPT_USERNAME, order.username)
        set(.CURLOPT_PASSWORD, order.password)
        set(.CURLOPT_CAINFO, order.authorityFile ?? builtInAuthorities.file)
        set(.CURLOPT_CAPATH, order.authorityFile == nil ? builtInAuthorities.directory : nil)
        set(.CURLOPT_SSLCERT, order.clientCertificate?.file)
        set(.CURLOPT_SSLKEY, order.clientCertificate?.key)
        // An empty name keeps libcurl from the environment's proxy variables.
        set(.CURLOPT_PROXY, order.proxy ?? "")
        set(headers: order.headers)
        // Over TLS, wait for the first connection to say whether it can carry several requests.
        set(.CURLOPT_HTTP_VERSION, order.isSecure ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1)
        set(.CURLOPT_PIPEWAIT, order.isSecure)
    }
}
