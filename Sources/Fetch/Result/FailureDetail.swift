/// What is to be said of a failure beside its kind.
enum FailureDetail: Sendable {
    case none
    /// libcurl's own words.
    case words(String)
    /// Where a redirect leads, or an address with the wrong scheme.
    case target(String)
    case address(String, reason: String)
    case conflictingLengths
    case unaskedNotModified
}
