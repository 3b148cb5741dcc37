package import Model

/// A record of a reel and where it stands.
package struct ReelRecord: Sendable, Equatable {
    package let offset: Offset
    /// Where the record after it begins; a subscriber's checkpoint.
    package let nextOffset: Offset
    /// When it was appended, in whole seconds of UTC.
    package let time: Timestamp
    package let bytes: [UInt8]
}

/// What a reader meets: a record, or bytes that are none.
package enum ReelItem: Sendable, Equatable {
    case record(ReelRecord)
    case damage(ReelDamage)
}

/// Reads a reel, also while it is written.
///
/// Any number of readers at once; none of them locks anything. Give the writer's acknowledged end as `limit` where
/// there is a writer in this process; without it a reader stops before the first member that is not whole.
package struct ReelReader: Sendable {
    package let location: ReelLocation

    package init(_ location: ReelLocation) { self.location = location }

    /// The segments by base offset.
    package func segments() throws(ReelError) -> [Segment] { try location.segments() }

    /// A cursor that begins at an offset a reel gave; one before the first kept segment begins at that segment.
    ///
    /// An offset that is not a record's start is damage up to the next record.
    package func records(from start: Offset = .zero, limit: Offset? = nil) throws(ReelError) -> ReelCursor {
        try ReelCursor(location, from: start, limit: limit)
    }

    /// The record at an offset; the damage where there is none that checks; nil at the end.
    package func record(at offset: Offset) throws(ReelError) -> ReelItem? {
        guard let item = try records(from: offset).next() else { return nil }
        if case .record(let record) = item, record.offset != offset { return nil }
        return item
    }

    /// The first offset after everything that is there, torn bytes included.
    package func end() throws(ReelError) -> Offset { try segments().last?.end ?? .zero }

    /// Where the last `count` records before `limit` begin; the first kept offset where there are fewer.
    package func offset(ofLast count: Int, before limit: Offset? = nil) throws(ReelError) -> Offset {
        let segments = try segments().filter { segment in limit.map { segment.base < $0 } ?? true }
        var wanted = count
        for segment in segments.reversed() where wanted > 0 {
            let scanner = try SegmentScanner(segment, reel: location.name)
            if let limit { scanner.limit = min(scanner.limit, limit.rawValue - segment.base.rawValue) }
            let starts = try TailFinder.lastPositions(wanted, of: scanner)
            if starts.count == wanted, let first = starts.first {
                return Offset(rawValue: segment.base.rawValue + first)
            }
            wanted -= starts.count
        }
        guard count <= 0 else { return segments.first?.base ?? .zero }
        if let limit { return limit }
        return try end()
    }

    /// The offset of the first record that was appended at a time or later; the end where all are older.
    ///
    /// Uses the indexes of sealed segments; records are appended in the order of their times to within a second.
    package func offset(from time: Timestamp) throws(ReelError) -> Offset {
        let seconds = UInt32(clamping: time.secondsSinceEpoch)
        let segments = try segments()
        for segment in segments {
            let scanner = try SegmentScanner(segment, reel: location.name)
            let index = segment.isLast ? nil : SegmentIndex.read(location.indexPath(of: segment.base), of: segment)
            if let index {
                if index.lastTime < seconds { continue }
                scanner.seek(to: index.position(before: seconds))
            }
            if let position = try scanner.firstPosition(from: seconds) {
                return Offset(rawValue: segment.base.rawValue + position)
            }
        }
        return segments.last?.end ?? .zero
    }
}

extension SegmentScanner {
    /// The position of the first member from here on that is not older than a time.
    fileprivate func firstPosition(from seconds: UInt32) throws(ReelError) -> UInt64? {
        while true {
            switch try next() {
            case .member(let member) where member.header.time >= seconds: return member.position
            case .member, .damage: continue
            case .torn, .end: return nil
            }
        }
    }
}
