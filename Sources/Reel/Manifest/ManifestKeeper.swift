internal import Dispatch
internal import Model
internal import Posix
internal import Synchronization

/// Enters each sealed segment in the reel's manifest, on a queue of its own: a segment's digest takes longer than a group may wait.
///
/// What could not be entered, because the process ended or the disk was full, is entered when the next segment is sealed or
/// the reel is opened again.
final class ManifestKeeper: Sendable {
    private let location: ReelLocation
    private let clock: any WallClock
    private let tell: @Sendable (ReelEvent) -> Void
    private let queue: DispatchQueue
    private let hasToldBreak = Atomic(false)

    init(_ location: ReelLocation, _ clock: any WallClock, _ tell: @escaping @Sendable (ReelEvent) -> Void) {
        self.location = location
        self.clock = clock
        self.tell = tell
        queue = DispatchQueue(label: "manifest \(location.name)", qos: .utility)
    }

    /// Has the manifest, if there is none yet, begun before anything can be sealed.
    func begin(sealed end: Offset) {
        queue.sync {
            do throws(ReelError) {
                let file = try open(sealed: end)
                if let line = file.brokenLine, !hasToldBreak.exchange(true, ordering: .relaxed) {
                    tell(.manifestBroken(path: location.manifestPath, line: line))
                }
            } catch {
                tell(.manifestNotWritten(error))
            }
        }
    }

    /// Enters what was sealed up to an offset, when its turn comes.
    func enter(upTo end: Offset) { queue.async { self.attempt { () throws(ReelError) in try self.catchUp(to: end) } } }

    /// Removes a sealed segment after the manifest has a line that says so.
    func retire(_ segment: Segment) throws(ReelError) {
        let result: Result<Void, ReelError> = queue.sync {
            do throws(ReelError) {
                try catchUp(to: segment.end)
                // Derived, and first: on a full disk its place is the room for the line.
                try location.removeIndex(of: segment)
                try note(.retired, segment)
                try location.remove(segment)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Returns when everything that was to be entered is.
    func drain() { queue.sync {} }

    private func attempt(_ body: () throws(ReelError) -> Void) {
        do throws(ReelError) { try body() } catch { tell(.manifestNotWritten(error)) }
    }

    private func open(sealed end: Offset) throws(ReelError) -> ManifestFile {
        try ManifestFile.open(location, sealed: end, now: now)
    }

    private func catchUp(to end: Offset) throws(ReelError) {
        for head in try location.enterSealed(upTo: end, now: now) { tell(.segmentEntered(head: head)) }
    }

    private func note(_ event: ManifestLine.Event, _ segment: Segment) throws(ReelError) {
        var file = try open(sealed: segment.end)
        try file.add(event, segment, digest: file.line(of: segment.base)?.digest, of: location, now: now)
    }

    private var now: Timestamp { Timestamp(secondsSinceEpoch: clock.now().secondsSinceEpoch) }
}

extension ReelLocation {
    /// Enters the segments before an offset that the manifest does not have; the chain's value after each.
    func enterSealed(upTo end: Offset, now: Timestamp) throws(ReelError) -> [String] {
        var file = try ManifestFile.open(self, sealed: end, now: now)
        var heads: [String] = []
        for segment in try segments() where segment.base < end && segment.base >= file.next && segment.size > 0 {
            let sealed = segment.cut(at: end)
            try file.add(.sealed, sealed, digest: nil, of: self, now: now)
            heads.append(file.head)
        }
        return heads
    }
}

extension ManifestFile {
    /// Adds a line about a segment; its digest is computed where none is given.
    mutating func add(
        _ event: ManifestLine.Event, _ segment: Segment, digest: String?, of location: ReelLocation, now: Timestamp
    ) throws(ReelError) {
        do throws(SystemError) {
            var digest = digest
            if digest == nil { digest = try SegmentDigest.sha256(segment.path, length: segment.size) }
            try append(
                ManifestLine(event: event, base: segment.base, length: segment.size, digest: digest ?? "", time: now))
        } catch {
            throw ReelError(.writeFailed, reel: location.name.rawValue, path: segment.path, underlying: error)
        }
    }
}
