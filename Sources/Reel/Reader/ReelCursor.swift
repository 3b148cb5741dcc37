package import Model

/// A reader's place in a reel; moves from record to record and from segment to segment.
///
/// For one task at a time. At the end ``next()`` gives nil and may be asked again when the reel has grown.
package final class ReelCursor {
    private let location: ReelLocation
    private var scanner: SegmentScanner?
    /// Damage that is to be told before the scanner's next step: missing bytes between two segments.
    private var pending: ReelDamage?
    /// Where the next record is looked for.
    package private(set) var offset: Offset
    /// Nothing at this offset or later is read; a writer's acknowledged end. nil: whatever is in the files.
    package var limit: Offset?
    /// The bytes after the last whole record, as the last ``next()`` that gave nil found them.
    package private(set) var tornEnd: ReelDamage?

    init(_ location: ReelLocation, from start: Offset, limit: Offset?) throws(ReelError) {
        self.location = location
        self.limit = limit
        offset = start
        try open(at: start)
    }

    /// The next record or damage; nil at the end.
    package func next() throws(ReelError) -> ReelItem? {
        tornEnd = nil
        while let step = try step() {
            guard case .member(let member) = step else {
                if case .damage(let damage) = step { return .damage(damage) }
                return nil
            }
            guard let scanner else { return nil }
            let (bytes, damage) = try scanner.record(member)
            if let damage { return .damage(damage) }
            let base = scanner.segment.base.rawValue
            return .record(
                ReelRecord(
                    offset: Offset(rawValue: base + member.position), nextOffset: Offset(rawValue: base + member.end),
                    time: Timestamp(secondsSinceEpoch: Int64(member.header.time)), bytes: bytes))
        }
        return nil
    }

    /// Passes over records by their headers alone; how many there were, fewer than `count` at the end.
    ///
    /// Damage is passed over too and not counted.
    package func skip(_ count: Int) throws(ReelError) -> Int {
        var skipped = 0
        while skipped < count, let step = try step() {
            if case .member = step { skipped += 1 }
        }
        return skipped
    }

    /// A member or damage; nil at the end, with ``tornEnd`` set where bytes are left over.
    private func step() throws(ReelError) -> SegmentScanner.Step? {
        if let damage = pending {
            pending = nil
            return .damage(damage)
        }
        if scanner == nil { try open(at: offset) }
        while let scanner {
            extend(scanner)
            let step = try scanner.next()
            offset = Offset(rawValue: scanner.segment.base.rawValue + scanner.position)
            switch step {
            case .member(let member) where member.header.isFilling: continue
            case .member, .damage: return step
            case .torn(let damage):
                guard try advance(from: scanner) else {
                    tornEnd = damage
                    return nil
                }
            case .end:
                guard try advance(from: scanner) else { return nil }
                if let damage = pending {
                    pending = nil
                    return .damage(damage)
                }
            }
        }
        return nil
    }

    /// Lets the scanner see no further than the limit.
    private func extend(_ scanner: SegmentScanner) {
        guard let limit else { return }
        let end = limit.rawValue > scanner.segment.base.rawValue ? limit.rawValue - scanner.segment.base.rawValue : 0
        if scanner.limit > end { scanner.limit = end }
    }

    /// At a segment's end: takes in what was added to it, or goes on to the next segment; false where there is nothing.
    private func advance(from scanner: SegmentScanner) throws(ReelError) -> Bool {
        if let limit, offset >= limit { return false }
        let segments = try location.segments()
        guard let current = segments.first(where: { $0.base == scanner.segment.base }) else {
            self.scanner = nil
            try open(at: offset)
            return self.scanner != nil
        }
        let wasLast = scanner.isLast
        let size = limit.map { min(current.size, $0.rawValue - current.base.rawValue) } ?? current.size
        if size > scanner.limit || wasLast != current.isLast {
            scanner.limit = size
            scanner.isLast = current.isLast
            return true
        }
        guard let next = segments.first(where: { $0.base > current.base }) else { return false }
        if current.end < next.base {
            pending = scanner.damage(at: current.size, next.base.rawValue - current.end.rawValue, .missing)
        }
        self.scanner = try SegmentScanner(next, reel: location.name)
        offset = next.base
        return true
    }

    /// Opens the segment that holds an offset, or the first one after it.
    private func open(at start: Offset) throws(ReelError) {
        let segments = try location.segments()
        guard let index = segments.lastIndex(where: { $0.base <= start }) ?? segments.indices.first else { return }
        let segment = segments[index]
        let position = start > segment.base ? start.rawValue - segment.base.rawValue : 0
        scanner = try SegmentScanner(segment, reel: location.name, from: min(position, segment.size))
        offset = Offset(rawValue: segment.base.rawValue + min(position, segment.size))
    }
}
