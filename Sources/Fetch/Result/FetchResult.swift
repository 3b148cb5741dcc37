/// What a fetch came to.
package enum FetchResult: Sendable {
    /// A whole response of any status, 304 and 404 included.
    case captured(Capture)
    case failed(FetchFailure)
}
