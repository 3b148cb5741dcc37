internal import Model
internal import Synchronization

/// Those who want to know when the acknowledged end moves.
final class EndWatchers: Sendable {
    private struct State {
        var streams: [Int: AsyncStream<Offset>.Continuation] = [:]
        var nextKey = 0
        var isFinished = false
    }

    private let state = Mutex(State())

    /// A stream of the end, which begins with where it is; a slow reader gets the latest value only.
    func stream(current: () -> Offset) -> AsyncStream<Offset> {
        let (stream, continuation) = AsyncStream.makeStream(of: Offset.self, bufferingPolicy: .bufferingNewest(1))
        let key: Int? = state.withLock { state in
            continuation.yield(current())
            guard !state.isFinished else { return nil }
            state.nextKey += 1
            state.streams[state.nextKey] = continuation
            return state.nextKey
        }
        guard let key else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { state in _ = state.streams.removeValue(forKey: key) }
        }
        return stream
    }

    func tell(_ end: Offset) {
        // Under the lock, so that a new stream does not get an older end after a newer one.
        state.withLock { state in
            for stream in state.streams.values { stream.yield(end) }
        }
    }

    func finish() {
        let streams = state.withLock { state in
            state.isFinished = true
            return Array(state.streams.values)
        }
        for stream in streams { stream.finish() }
    }
}
