internal import ControlProtocol
internal import Synchronization

/// A bounded queue of lines between a producer that never waits and one stream to a client.
///
/// While the queue is full, lines are dropped and counted; when the reader has caught up it gets one line
/// `{"schema":1,"missed":N}` in their place, and what comes after.
package final class LineFeed: AsyncSequence, Sendable {
    package typealias Element = [UInt8]

    private struct State {
        var lines: [[UInt8]] = []
        var head = 0
        var bytes = 0
        var missed = 0
        var isFinished = false
        var waiter: CheckedContinuation<Void, Never>?

        var count: Int { lines.count - head }

        mutating func append(_ line: [UInt8]) {
            lines.append(line)
            bytes += line.count
        }

        mutating func take() -> [UInt8]? {
            guard count > 0 else { return takeMissed() }
            let line = lines[head]
            head += 1
            bytes -= line.count
            if head == lines.count {
                lines.removeAll(keepingCapacity: true)
                head = 0
            } else if head > 64, head * 2 > lines.count {
                lines.removeFirst(head)
                head = 0
            }
            return line
        }

        mutating func takeMissed() -> [UInt8]? {
            guard missed > 0 else { return nil }
            defer { missed = 0 }
            return RecordLine.missed(missed).line
        }
    }

    private let maximumLines: Int
    private let maximumBytes: Int
    private let state = Mutex(State())

    package init(maximumLines: Int = 1024, maximumBytes: Int = 1_048_576) {
        self.maximumLines = maximumLines
        self.maximumBytes = maximumBytes
    }

    /// Adds a line, or counts it as missed; never waits. False once the feed is finished.
    @discardableResult
    package func offer(_ line: [UInt8]) -> Bool {
        let (isOpen, waiter) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
            guard !state.isFinished else { return (false, nil) }
            if state.count >= maximumLines || (state.count > 0 && state.bytes + line.count > maximumBytes) {
                state.missed += 1
            } else {
                if let missed = state.takeMissed() { state.append(missed) }
                state.append(line)
            }
            defer { state.waiter = nil }
            return (true, state.waiter)
        }
        waiter?.resume()
        return isOpen
    }

    /// Ends the sequence after what is queued.
    package func finish() {
        let waiter = state.withLock { state in
            state.isFinished = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Takes the next line; nil at the end and when the task is cancelled. For one reader.
    package struct Iterator: AsyncIteratorProtocol {
        let feed: LineFeed

        package mutating func next() async -> [UInt8]? { await feed.next() }
    }

    package func makeAsyncIterator() -> Iterator { Iterator(feed: self) }

    private func next() async -> [UInt8]? {
        while true {
            let (line, isFinished) = state.withLock { ($0.take(), $0.isFinished) }
            if let line { return line }
            if isFinished || Task.isCancelled { return nil }
            await withTaskCancellationHandler {
                await withCheckedContinuation { wait($0) }
            } onCancel: {
                wake()
            }
        }
    }

    private func wait(_ continuation: CheckedContinuation<Void, Never>) {
        let isReady = state.withLock { state in
            if state.count > 0 || state.missed > 0 || state.isFinished || Task.isCancelled { return true }
            state.waiter = continuation
            return false
        }
        if isReady { continuation.resume() }
    }

    private func wake() {
        let waiter = state.withLock { state in
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }
}
