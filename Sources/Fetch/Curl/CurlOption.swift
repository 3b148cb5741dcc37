internal import CCurl

/// An option of an easy handle that takes a number, under libcurl's own name.
struct LongOption: RawRepresentable, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    fileprivate init(_ option: CURLoption) {
        self.init(rawValue: option.rawValue)
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
extension LongOption {
    static let CURLOPT_BUFFERSIZE = LongOption(CCurl.CURLOPT_BUFFERSIZE)
    static let CURLOPT_CONNECTTIMEOUT_MS = LongOption(CCurl.CURLOPT_CONNECTTIMEOUT_MS)
    static let CURLOPT_FOLLOWLOCATION = LongOption(CCurl.CURLOPT_FOLLOWLOCATION)
    static let CURLOPT_HTTP09_ALLOWED = LongOption(CCurl.CURLOPT_HTTP09_ALLOWED)
    static let CURLOPT_HTTPAUTH = LongOption(CCurl.CURLOPT_HTTPAUTH)
    static let CURLOPT_HTTPGET = LongOption(CCurl.CURLOPT_HTTPGET)
    static let CURLOPT_HTTP_VERSION = LongOption(CCurl.CURLOPT_HTTP_VERSION)
    static let CURLOPT_LOW_SPEED_LIMIT = LongOption(CCurl.CURLOPT_LOW_SPEED_LIMIT)
    static let CURLOPT_LOW_SPEED_TIME = LongOption(CCurl.CURLOPT_LOW_SPEED_TIME)
    static let CURLOPT_NETRC = LongOption(CCurl.CURLOPT_NETRC)
    static let CURLOPT_NOSIGNAL = LongOption(CCurl.CURLOPT_NOSIGNAL)
    static let CURLOPT_PATH_AS_IS = LongOption(CCurl.CURLOPT_PATH_AS_IS)
    static let CURLOPT_PIPEWAIT = LongOption(CCurl.CURLOPT_PIPEWAIT)
    static let CURLOPT_QUICK_EXIT = LongOption(CCurl.CURLOPT_QUICK_EXIT)
    static let CURLOPT_SSL_VERIFYHOST = LongOption(CCurl.CURLOPT_SSL_VERIFYHOST)
    static let CURLOPT_SSL_VERIFYPEER = LongOption(CCurl.CURLOPT_SSL_VERIFYPEER)
    static let CURLOPT_SUPPRESS_CONNECT_HEADERS = LongOption(CCurl.CURLOPT_SUPPRESS_CONNECT_HEADERS)
}

/// An option of an easy handle that takes a text, which libcurl copies; under libcurl's own name.
struct StringOption: RawRepresentable, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    fileprivate init(_ option: CURLoption) {
        self.init(rawValue: option.rawValue)
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
extension StringOption {
    static let CURLOPT_ACCEPT_ENCODING = StringOption(CCurl.CURLOPT_ACCEPT_ENCODING)
    static let CURLOPT_CAINFO = StringOption(CCurl.CURLOPT_CAINFO)
    static let CURLOPT_CAPATH = StringOption(CCurl.CURLOPT_CAPATH)
    static let CURLOPT_NOPROXY = StringOption(CCurl.CURLOPT_NOPROXY)
    static let CURLOPT_PASSWORD = StringOption(CCurl.CURLOPT_PASSWORD)
    static let CURLOPT_PROTOCOLS_STR = StringOption(CCurl.CURLOPT_PROTOCOLS_STR)
    static let CURLOPT_PROXY = StringOption(CCurl.CURLOPT_PROXY)
    static let CURLOPT_REDIR_PROTOCOLS_STR = StringOption(CCurl.CURLOPT_REDIR_PROTOCOLS_STR)
    static let CURLOPT_SSLCERT = StringOption(CCurl.CURLOPT_SSLCERT)
    static let CURLOPT_SSLKEY = StringOption(CCurl.CURLOPT_SSLKEY)
    static let CURLOPT_URL = StringOption(CCurl.CURLOPT_URL)
    static let CURLOPT_USERNAME = StringOption(CCurl.CURLOPT_USERNAME)
}
