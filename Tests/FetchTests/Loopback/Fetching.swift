import Fetch
import Model
import Testing

/// A request that may go to loopback.
func request(
    _ url: String, maximumBodyBytes: Int = 1 << 20, timeout: Duration = .seconds(20), allowPrivate: Bool = true
) throws -> FetchRequest {
    FetchRequest(
        url: try WebURL(url), maximumBodyBytes: maximumBodyBytes, timeout: timeout, allowPrivateAddresses: allowPrivate)
}

/// Fetches one request with a fetcher of its own.
func fetchAlone(_ request: FetchRequest, _ configuration: FetchConfiguration = .init()) async throws -> FetchResult {
    let fetcher = try Fetcher(configuration)
    let result = await fetcher.fetch(request)
    await fetcher.shutDown()
    return result
}

extension FetchResult {
    /// The capture; a failure ends the test with its message.
    func captured(_ location: SourceLocation = #_sourceLocation) throws -> Capture {
        switch self {
        case .captured(let capture): return capture
        case .failed(let failure):
            Issue.record(
                "\(failure.kind): \(failure.message) [\(failure.code?.rawValue ?? 0)]", sourceLocation: location)
            throw CancellationError()
        }
    }

    func failed(_ location: SourceLocation = #_sourceLocation) throws -> FetchFailure {
        switch self {
        case .failed(let failure): return failure
        case .captured(let capture):
            Issue.record(
                "captured with status \(capture.status), \(capture.body.count) bytes", sourceLocation: location)
            throw CancellationError()
        }
    }
}
