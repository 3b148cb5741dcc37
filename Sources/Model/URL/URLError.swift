/// Why a text is no URL.
///
/// Thrown by ``WebURL/init(_:base:)``; the reasons are the failures of the URL Standard's parser.
package struct URLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the parser stumbled over.
    package enum Reason: String, Error, Hashable, Sendable {
        case relativeWithoutBase = "it has no scheme, and there is no base to resolve it against"
        case opaqueBase = "it is relative, and its base has no hierarchical path"
        case missingHost = "it has no host"
        case invalidHost = "its host has a character that no host may have"
        case invalidDomain = "its host is not a valid internationalised name"
        case invalidIPv4 = "its host ends in a number and is not an IPv4 address"
        case invalidIPv6 = "its host is in brackets and is not an IPv6 address"
        case invalidPort = "its port is not a number from 0 to 65535"
        case tooLong = "it is longer than 65536 bytes"
    }

    /// The text that was refused.
    package let text: String
    /// The base it was to be resolved against.
    package let base: String?
    package let reason: Reason

    package init(text: String, base: String?, reason: Reason) {
        self.text = text
        self.base = base
        self.reason = reason
    }

    package var description: String {
        let against = base.map { " (base \($0))" } ?? ""
        return "\"\(text.prefix(200))\"\(against) is not a URL: \(reason.rawValue)"
    }
}
