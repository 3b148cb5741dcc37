/// Holds a stream open until its task is cancelled, and throws `CancellationError` then.
package func untilCancelled() async throws {
    // Nothing is ever given, and the continuation is kept, so only the cancellation ends the iteration.
    let (silence, continuation) = AsyncStream.makeStream(of: Never.self)
    for await _ in silence {}
    continuation.finish()
    try Task.checkCancellation()
}
