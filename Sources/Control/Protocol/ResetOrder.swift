package import Model

/// Which URL to forget: the body of `POST /v1/reset`.
package struct ResetOrder: WireValue, Equatable {
    package var url: String

    package init(url: String) { self.url = url }

    package func writeMembers(to writer: inout JSONWriter) { writer.member("url", url) }
}

/// Whether anything was known of the URL; its articles stay where they are.
package struct ResetReport: WireValue, Equatable {
    /// The canonical URL.
    package var url: String
    package var wasKnown: Bool

    package init(url: String, wasKnown: Bool) {
        self.url = url
        self.wasKnown = wasKnown
    }

    private enum CodingKeys: String, CodingKey {
        case url
        case wasKnown = "known"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("url", url)
        writer.member("known", wasKnown)
    }
}
