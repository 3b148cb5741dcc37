internal import CCurl

/// The cookies that the transfers of one name share (RFC 6265), in memory.
///
/// Confined to the transfer thread. libcurl bounds the cookies of one response and of one request, and refuses those for a public
/// suffix; how many responses add to a jar is bounded by `CookieShelf`.
final class CookieJar {
    private let share: UnsafeMutableRawPointer

    /// Nil where there is no memory left.
    init?() {
        guard let share = ccurl_make_cookie_share() else { return nil }
        self.share = share
    }

    deinit { curl_share_cleanup(share) }

    /// Lets a handle use the jar; it must be taken back before the jar goes.
    func lend(to easy: UnsafeMutableRawPointer) -> CURLcode {
        let code = ccurl_set_share(easy, share)
        // An empty name: no file is read, and the cookie engine is on.
        return code == CCurl.CURLE_OK ? ccurl_set_string(easy, CURLOPT_COOKIEFILE, "") : code
    }

    /// Takes whatever jar back from a handle, which then neither sends nor keeps cookies.
    static func takeBack(from easy: UnsafeMutableRawPointer) -> CURLcode {
        let code = ccurl_set_string(easy, CURLOPT_COOKIEFILE, nil)
        return code == CCurl.CURLE_OK ? ccurl_set_share(easy, nil) : code
    }
}

/// The jars by their names.
struct CookieShelf {
    private var jars: [String: (jar: CookieJar, uses: Int)] = [:]

    /// After so many transfers a jar is emptied: a server that sets new cookies for ever cannot fill the memory.
    static let maximumUses = 10_000
    static let maximumJars = 10_000

    /// The jar of a name; nil where there is no memory left.
    mutating func jar(_ name: String) -> CookieJar? {
        if let known = jars[name], known.uses < CookieShelf.maximumUses {
            jars[name]?.uses += 1
            return known.jar
        }
        if jars.count >= CookieShelf.maximumJars { jars.removeAll() }
        guard let jar = CookieJar() else { return nil }
        jars[name] = (jar, 1)
        return jar
    }
}
