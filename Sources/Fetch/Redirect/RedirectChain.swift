internal import Model

/// The redirects of one request, and the decision about each next one.
///
/// We follow redirects ourselves rather than let libcurl do it: so each hop is a transfer of its own under the address policy,
/// the chain is kept with status and location, a loop is seen at its second turn, and what belongs to one origin stays there.
struct RedirectChain: Sendable {
    /// What becomes of a redirect.
    enum Step: Sendable {
        case follow(WebURL)
        /// The kind of the failure, and the address that was not followed.
        case refuse(FetchFailure.Kind, target: String)
    }

    private(set) var redirects: [Redirect] = []
    private var visited: Set<WebURL>
    private let maximum: Int

    init(from url: WebURL, maximum: Int) {
        visited = [url.withoutFragment]
        self.maximum = maximum
    }

    /// Notes a redirect and says where it leads.
    ///
    /// The bytes of the location are resolved against the address that gave it (RFC 9110 §10.2.2); those that are not UTF-8,
    /// as on pages in GBK, are percent-encoded as they stand.
    mutating func next(status: Int, location: ArraySlice<UInt8>, from url: WebURL) -> Step {
        let text = String(decoding: location, as: UTF8.self)
        redirects.append(Redirect(url: url, status: status, location: text))
        let target: WebURL
        do throws(URLError) {
            target = try Self.resolve(location, against: url)
        } catch {
            return .refuse(.badRedirect, target: text)
        }
        guard target.isHTTP else { return .refuse(.schemeDenied, target: target.href) }
        guard visited.insert(target.withoutFragment).inserted else {
            return .refuse(.redirectLoop, target: target.href)
        }
        guard redirects.count <= maximum else { return .refuse(.tooManyRedirects, target: target.href) }
        return .follow(target)
    }

    private static func resolve(_ location: ArraySlice<UInt8>, against url: WebURL) throws(URLError) -> WebURL {
        let bytes = Array(location)
        let result: Result<WebURL, URLError> = bytes.withUnsafeBufferPointer { buffer in
            do throws(URLError) {
                return .success(try WebURL(utf8: buffer, base: url))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
