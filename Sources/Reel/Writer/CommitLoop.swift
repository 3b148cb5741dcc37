internal import Model
internal import Posix

/// What the writer's thread does: takes groups, writes each with one write, syncs, and only then answers.
///
/// A failed fdatasync may have dropped the pages it failed on while marking them clean, so it is never tried again on the
/// same file: the segment ends at its last acknowledged byte and the group is written to a new one, once.
struct CommitLoop: ~Copyable {
    private typealias Append = (member: [UInt8], reply: CheckedContinuation<Result<Offset, ReelError>, Never>)

    private let shared: ReelWriter.Shared
    private var active: ActiveSegment?
    /// The acknowledged end of the reel.
    private var end: Offset
    private var layout = GroupLayout()
    private var hasNoSpace = false

    init(_ shared: ReelWriter.Shared, _ active: ActiveSegment?, end: Offset) {
        self.shared = shared
        self.active = active
        self.end = end
    }

    /// Runs until the queue is closed and empty.
    mutating func run() {
        while let requests = shared.queue.take() {
            var group: [Append] = []
            for request in requests {
                switch request {
                case .append(let member, let reply): group.append((member, reply))
                case .rotate(let reply):
                    commit(&group)
                    retire()
                    reply.resume(returning: .success(end))
                }
            }
            commit(&group)
        }
        shared.finish()
    }

    /// Writes all of the members, in as many groups as segments and sizes make of them.
    private mutating func commit(_ appends: inout [Append]) {
        var rest = appends[...]
        while let first = rest.first {
            do {
                try prepare(for: first.member.count)
                let count = groupSize(rest)
                let offsets = try write(rest.prefix(count))
                for (append, offset) in zip(rest, offsets) { append.reply.resume(returning: .success(offset)) }
                rest = rest.dropFirst(count)
            } catch {
                // What failed once fails for the whole group; its appenders decide whether to come again.
                let count = max(1, groupSize(rest))
                for append in rest.prefix(count) { append.reply.resume(returning: .failure(error)) }
                rest = rest.dropFirst(count)
            }
        }
        appends = []
    }

    /// How many of the members go into one write: what fits the segment and the size of a group, at least one.
    private func groupSize(_ appends: ArraySlice<Append>) -> Int {
        var bytes = 0
        var count = 0
        for append in appends {
            let sum = bytes + append.member.count
            let isTooMuch = sum > shared.options.commitBytes || active?.isExceeded(by: sum, shared.options) ?? false
            if count > 0, isTooMuch { break }
            bytes = sum
            count += 1
        }
        return count
    }

    /// Makes sure that there is a segment which takes a member of that length.
    private mutating func prepare(for length: Int) throws(ReelError) {
        if let active {
            let isOld = active.isOld(at: shared.clock.now(), shared.options)
            if isOld || active.isExceeded(by: length, shared.options) { retire() }
        }
        guard active == nil else { return }
        do {
            let segment = try ActiveSegment(newAt: end, shared.location, shared.openSegment)
            active = segment
            shared.tell(.segmentOpened(path: segment.path))
        } catch {
            throw failure(.openFailed, shared.location.path(of: end), error)
        }
    }

    /// Writes a group and makes it durable, in a new segment where the first attempt fails; the members' offsets.
    private mutating func write(_ appends: ArraySlice<Append>) throws(ReelError) -> [Offset] {
        do {
            return try writeOnce(appends)
        } catch {
            guard !error.isNoSpace else { throw failure(.noSpace, shared.location.path(of: end), error) }
        }
        try prepare(for: 0)
        do {
            return try writeOnce(appends)
        } catch {
            throw failure(.writeFailed, shared.location.path(of: end), error)
        }
    }

    private mutating func writeOnce(_ appends: ArraySlice<Append>) throws(SystemError) -> [Offset] {
        guard var segment = active else { return [] }
        layout.begin()
        if segment.position == 0, let preamble = shared.preamble {
            let member = shared.compress(preamble())
            _ = layout.add(member, at: segment.position, base: segment.base)
        }
        let offsets = appends.map { layout.add($0.member, at: segment.position, base: segment.base) }
        do {
            try segment.write(layout.bytes)
        } catch {
            fail(segment, error, mayStay: error.isNoSpace)
            throw error
        }
        do {
            try segment.synchronize()
        } catch {
            fail(segment, error, mayStay: false)
            throw error
        }
        segment.acknowledge(layout.members)
        active = segment
        acknowledge(segment.end)
        return offsets
    }

    private mutating func acknowledge(_ end: Offset) {
        self.end = end
        shared.publish(end)
        if hasNoSpace {
            hasNoSpace = false
            shared.tell(.roomAgain)
        }
    }

    /// After a failed write or sync: cuts off what is not acknowledged, and gives the segment up unless it may stay.
    private mutating func fail(_ segment: ActiveSegment, _ error: SystemError, mayStay: Bool) {
        var isCut = true
        do {
            try segment.cut()
        } catch {
            isCut = false
            shared.tell(.tailNotCut(path: segment.path, error))
        }
        if mayStay, isCut { return }
        shared.tell(.writeFailed(path: segment.path, position: segment.position, error))
        active = nil
        guard segment.position == 0 else { return seal(segment) }
        // Nothing in it was acknowledged; the next segment has the same base offset and takes its name.
        do {
            try Directory.removeFile(segment.path)
        } catch {
            shared.tell(.tailNotCut(path: segment.path, error))
        }
    }

    /// Ends the active segment; the next append opens a new one. A segment without records stays.
    private mutating func retire() {
        guard let segment = active, segment.position > 0 else { return }
        active = nil
        seal(segment)
    }

    private func seal(_ segment: ActiveSegment) {
        do {
            try segment.index.write(to: shared.location.indexPath(of: segment.base))
        } catch {
            shared.tell(.indexNotWritten(path: segment.path, error))
        }
        shared.tell(.segmentSealed(path: segment.path, size: segment.position))
        shared.keeper.enter(upTo: segment.end)
    }

    private mutating func failure(_ code: ReelError.Code, _ path: String, _ error: SystemError) -> ReelError {
        let name = shared.location.name.rawValue
        guard error.isNoSpace else { return ReelError(code, reel: name, path: path, underlying: error) }
        if !hasNoSpace {
            hasNoSpace = true
            shared.tell(.noSpace(path: path))
        }
        return ReelError(.noSpace, reel: name, path: path, underlying: error)
    }
}
