internal import Model

/// How a page tells that its article is there no more, although the server answers with success.
struct Withdrawal: Sendable {
    /// A word for the reel and the catalog: `soft_404`, `front_page`.
    let reason: String

    /// - `reason`: why today's page is no article; nil where that tells nothing about the one that was there.
    init?(reason: String, _ page: Page) {
        if reason == "soft_404" {
            self.reason = reason
        } else if Withdrawal.isFrontPage(page.finalURL), !Withdrawal.isFrontPage(page.url.url) {
            self.reason = "front_page"
        } else {
            return nil
        }
    }

    /// For people.
    var words: String {
        switch reason {
        case "front_page": "the article's address leads to the front page"
        default: "the page says that the article is not there, and answers with success"
        }
    }

    /// The root of a site, or the usual file in its place.
    private static func isFrontPage(_ url: WebURL) -> Bool {
        url.query == nil && ["", "/", "/index.html", "/index.htm", "/index.php"].contains(url.path)
    }
}
