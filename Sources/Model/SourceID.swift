/// The configured name of a news source, such as `harbour-post`.
///
/// Lower-case letters, digits, `-`, `_` and `.`; unique in a configuration. URLs that were asked for without a source
/// belong to ``SourceID/adHoc``.
package struct SourceID: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// The text of the configuration's `id`.
    package let rawValue: String

    /// Takes the text as it is; the configuration's reader checks its form.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The source of URLs that a user asked for by hand.
    package static let adHoc = SourceID(rawValue: "-")

    package var description: String { rawValue }

    package static func < (left: SourceID, right: SourceID) -> Bool { left.rawValue < right.rawValue }
}
