internal import Model

/// What recovery knows of the last segment.
struct RecoveredSegment: Sendable {
    let base: Offset
    /// The end of the last whole record; what is behind it is to be cut.
    let size: UInt64
    let index: SegmentIndex
    /// Whether it was sealed, and nothing followed it yet.
    let isSealed: Bool
}

/// Looks at a reel before it is written again.
///
/// Only the last segment is read: from header to header, and with all bytes proved where they may have been written and
/// not synced when the process or the machine stopped. Of the others the sizes are compared with the base offsets.
struct Recovery {
    let location: ReelLocation
    private(set) var report = RecoveryReport()

    init(_ location: ReelLocation) { self.location = location }

    /// The last segment to go on with; nil in a reel without any.
    mutating func run() throws(ReelError) -> RecoveredSegment? {
        let segments = try location.segments()
        report.segments = segments.count
        for (segment, next) in zip(segments, segments.dropFirst()) where segment.end < next.base {
            report.damages.append(
                ReelDamage(
                    reel: location.name, segment: segment.name, position: segment.size, offset: segment.end,
                    length: next.base.rawValue - segment.end.rawValue, cause: .missing))
        }
        guard let last = segments.last else { return nil }
        let recovered = try scan(last)
        report.hadEmptyLastSegment = recovered.size == 0
        report.recordsInLastSegment = recovered.index.records
        report.end = Offset(rawValue: last.base.rawValue + recovered.size)
        return recovered
    }

    private mutating func scan(_ segment: Segment) throws(ReelError) -> RecoveredSegment {
        let scanner = try SegmentScanner(segment, reel: location.name)
        let group = UInt64(ReelOptions.maximumGroupBytes)
        let proven = segment.size > group ? segment.size - group : 0
        var room: [UInt8] = []
        var index = SegmentIndex()
        // Damage counts as such only when a whole record follows; otherwise it is the torn tail.
        var unsure: [ReelDamage] = []
        scan: while true {
            switch try scanner.next() {
            case .member(let member):
                if member.end > proven, let damage = try scanner.verify(member, room: &room) {
                    unsure.append(damage)
                } else {
                    report.damages += unsure
                    unsure = []
                    index.add(position: member.position, member.header)
                }
            case .damage(let damage): unsure.append(damage)
            case .torn(let damage):
                unsure.append(damage)
                break scan
            case .end: break scan
            }
        }
        if let first = unsure.first, index.size < segment.size {
            report.tornTail = scanner.damage(at: index.size, segment.size - index.size, first.cause)
        }
        let isSealed = index.size > 0 && SegmentIndex.read(location.indexPath(of: segment.base), of: segment) == index
        return RecoveredSegment(base: segment.base, size: index.size, index: index, isSealed: isSealed)
    }
}
