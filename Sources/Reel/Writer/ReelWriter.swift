internal import Foundation
package import Model
package import Posix
internal import Synchronization

/// Appends records to a reel with group commit: compressed by their callers, written and synced together by one thread.
///
/// One writer a reel; the daemon's lock on the state directory sees to that.
package final class ReelWriter: Sendable {
    private let shared: Shared

    private init(_ shared: Shared) { self.shared = shared }

    deinit { shared.queue.close() }

    /// Opens a reel for appending: makes its directory, cuts off a torn tail, and starts the writer's thread.
    ///
    /// - `preamble` gives the first record of each new segment, such as a warcinfo; it is called on the writer's thread.
    /// - `onEvent` is told what happens, on the writer's thread.
    /// - `openSegment` is the seam for tests.
    package static func open(
        _ location: ReelLocation, options: ReelOptions = ReelOptions(), clock: any WallClock = SystemWallClock(),
        preamble: (@Sendable () -> [UInt8])? = nil, onEvent: @escaping @Sendable (ReelEvent) -> Void = { _ in },
        openSegment: SegmentOpener? = nil
    ) throws(ReelError) -> (ReelWriter, RecoveryReport) {
        let shared = Shared(location, options, clock, preamble, onEvent, openSegment ?? DiskSegmentFile.opener)
        do {
            try Directory.make(location.directory)
            var recovery = Recovery(location)
            let last = try recovery.run()
            var active: ActiveSegment?
            if let last, !last.isSealed { active = try ActiveSegment(last, location, shared.openSegment) }
            shared.publish(recovery.report.end)
            let sealed = active?.base ?? recovery.report.end
            shared.keeper.begin(sealed: sealed)
            shared.keeper.enter(upTo: sealed)
            start(shared, active, end: recovery.report.end)
            return (ReelWriter(shared), recovery.report)
        } catch let error as ReelError {
            throw error
        } catch {
            throw ReelError(
                .openFailed, reel: location.name.rawValue, path: location.directory, underlying: error as? SystemError)
        }
    }

    private static func start(_ shared: Shared, _ active: ActiveSegment?, end: Offset) {
        let thread = Thread {
            var loop = CommitLoop(shared, active, end: end)
            loop.run()
        }
        thread.name = "reel \(shared.location.name)"
        thread.start()
    }

    package var location: ReelLocation { shared.location }

    /// The acknowledged end: every record before it is durable, and nothing behind it may be read.
    package var end: Offset { Offset(rawValue: shared.end.load(ordering: .acquiring)) }

    /// Appends a record and returns its offset when it is durable.
    ///
    /// Compresses on the calling task's thread. Errors: `recordTooLarge`, `noSpace` (try again later), `writeFailed`,
    /// `openFailed`, `closed`; after any of them the record is not in the reel.
    package func append(_ record: [UInt8]) async throws(ReelError) -> Offset {
        guard record.count <= ReelOptions.maximumRecordBytes else {
            throw shared.error(.recordTooLarge(bytes: record.count))
        }
        guard shared.queue.announce() else { throw shared.error(.closed) }
        let member = shared.compress(record)
        return try await withCheckedContinuation { shared.queue.add(member: member, $0) }.get()
    }

    /// Seals the active segment, so that the next record opens a new one; the reel's end. An empty segment stays.
    package func rotate() async throws(ReelError) -> Offset {
        let result = await withCheckedContinuation { continuation in
            if !shared.queue.rotate(continuation) {
                continuation.resume(returning: .failure(shared.error(.closed)))
            }
        }
        return try result.get()
    }

    /// Removes the oldest segments that ``ReelLocation/retirable(olderThan:maximumBytes:)`` names; what was removed.
    ///
    /// Each is entered in the manifest as retired before it goes.
    package func retire(
        olderThan time: Timestamp?, maximumBytes: UInt64? = nil
    ) throws(ReelError) -> [SegmentSummary] {
        var retired: [SegmentSummary] = []
        for summary in try location.retirable(olderThan: time, maximumBytes: maximumBytes) {
            try shared.keeper.retire(summary.segment)
            retired.append(summary)
        }
        return retired
    }

    /// The acknowledged end each time it has moved, latest value only; for those who follow.
    package func ends() -> AsyncStream<Offset> { shared.watchers.stream { end } }

    /// Refuses new records, writes those that wait, and returns when the thread has ended.
    package func close() async {
        shared.queue.close()
        await shared.queue.waitUntilFinished()
    }
}

extension ReelWriter {
    /// What the appenders and the writer's thread have in common.
    final class Shared: Sendable {
        let location: ReelLocation
        let options: ReelOptions
        let clock: any WallClock
        let preamble: (@Sendable () -> [UInt8])?
        let tell: @Sendable (ReelEvent) -> Void
        let openSegment: SegmentOpener
        let queue: CommitQueue
        let watchers = EndWatchers()
        let keeper: ManifestKeeper
        let end = Atomic<UInt64>(0)
        private let compressors = CompressorPool(count: ProcessInfo.processInfo.activeProcessorCount)

        init(
            _ location: ReelLocation, _ options: ReelOptions, _ clock: any WallClock,
            _ preamble: (@Sendable () -> [UInt8])?, _ tell: @escaping @Sendable (ReelEvent) -> Void,
            _ openSegment: @escaping SegmentOpener
        ) {
            self.location = location
            self.options = options
            self.clock = clock
            self.preamble = preamble
            self.tell = tell
            self.openSegment = openSegment
            queue = CommitQueue(options)
            keeper = ManifestKeeper(location, clock, tell)
        }

        func compress(_ record: [UInt8]) -> [UInt8] {
            compressors.member(of: record, time: UInt32(clamping: clock.now().secondsSinceEpoch))
        }

        func publish(_ end: Offset) {
            self.end.store(end.rawValue, ordering: .releasing)
            watchers.tell(end)
        }

        func finish() {
            watchers.finish()
            keeper.drain()
            queue.finish()
        }

        func error(_ code: ReelError.Code) -> ReelError {
            ReelError(code, reel: location.name.rawValue, path: location.directory)
        }
    }
}
