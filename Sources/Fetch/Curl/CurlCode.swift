internal import CCurl

/// What libcurl says a transfer came to, under libcurl's own names (libcurl-errors(3)).
package struct CurlCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    init(_ code: CURLcode) {
        self.init(rawValue: code.rawValue)
    }

    /// libcurl's words for the code, such as `Couldn't resolve host name`.
    package var description: String { String(cString: curl_easy_strerror(CURLcode(rawValue: rawValue))) }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
extension CurlCode {
    package static let CURLE_OK = CurlCode(CCurl.CURLE_OK)
    package static let CURLE_UNSUPPORTED_PROTOCOL = CurlCode(CCurl.CURLE_UNSUPPORTED_PROTOCOL)
    package static let CURLE_FAILED_INIT = CurlCode(CCurl.CURLE_FAILED_INIT)
    package static let CURLE_PROXY = CurlCode(CCurl.CURLE_PROXY)
    package static let CURLE_URL_MALFORMAT = CurlCode(CCurl.CURLE_URL_MALFORMAT)
    package static let CURLE_COULDNT_RESOLVE_PROXY = CurlCode(CCurl.CURLE_COULDNT_RESOLVE_PROXY)
    package static let CURLE_COULDNT_RESOLVE_HOST = CurlCode(CCurl.CURLE_COULDNT_RESOLVE_HOST)
    package static let CURLE_COULDNT_CONNECT = CurlCode(CCurl.CURLE_COULDNT_CONNECT)
    package static let CURLE_WEIRD_SERVER_REPLY = CurlCode(CCurl.CURLE_WEIRD_SERVER_REPLY)
    package static let CURLE_PARTIAL_FILE = CurlCode(CCurl.CURLE_PARTIAL_FILE)
    package static let CURLE_WRITE_ERROR = CurlCode(CCurl.CURLE_WRITE_ERROR)
    package static let CURLE_OUT_OF_MEMORY = CurlCode(CCurl.CURLE_OUT_OF_MEMORY)
    package static let CURLE_OPERATION_TIMEDOUT = CurlCode(CCurl.CURLE_OPERATION_TIMEDOUT)
    package static let CURLE_SSL_CONNECT_ERROR = CurlCode(CCurl.CURLE_SSL_CONNECT_ERROR)
    package static let CURLE_ABORTED_BY_CALLBACK = CurlCode(CCurl.CURLE_ABORTED_BY_CALLBACK)
    package static let CURLE_GOT_NOTHING = CurlCode(CCurl.CURLE_GOT_NOTHING)
    package static let CURLE_SEND_ERROR = CurlCode(CCurl.CURLE_SEND_ERROR)
    package static let CURLE_RECV_ERROR = CurlCode(CCurl.CURLE_RECV_ERROR)
    package static let CURLE_PEER_FAILED_VERIFICATION = CurlCode(CCurl.CURLE_PEER_FAILED_VERIFICATION)
    package static let CURLE_BAD_CONTENT_ENCODING = CurlCode(CCurl.CURLE_BAD_CONTENT_ENCODING)
    package static let CURLE_SSL_CACERT_BADFILE = CurlCode(CCurl.CURLE_SSL_CACERT_BADFILE)
    package static let CURLE_SSL_CERTPROBLEM = CurlCode(CCurl.CURLE_SSL_CERTPROBLEM)
    package static let CURLE_SSL_CIPHER = CurlCode(CCurl.CURLE_SSL_CIPHER)
    package static let CURLE_SSL_INVALIDCERTSTATUS = CurlCode(CCurl.CURLE_SSL_INVALIDCERTSTATUS)
    package static let CURLE_SSL_ISSUER_ERROR = CurlCode(CCurl.CURLE_SSL_ISSUER_ERROR)
    package static let CURLE_HTTP2 = CurlCode(CCurl.CURLE_HTTP2)
    package static let CURLE_HTTP2_STREAM = CurlCode(CCurl.CURLE_HTTP2_STREAM)
}
