internal import Posix

/// Finds the last records of a segment without reading it from its start.
enum TailFinder {
    /// The positions of up to `count` last members, in order.
    ///
    /// Looks back over a stretch that doubles until it holds enough; every header found proves its own place.
    static func lastPositions(_ count: Int, of scanner: SegmentScanner) throws(ReelError) -> [UInt64] {
        var stretch: UInt64 = 256 << 10
        while true {
            let start = scanner.limit > stretch ? scanner.limit - stretch : 0
            let positions = try positions(of: scanner, from: start)
            if positions.count >= count || start == 0 { return Array(positions.suffix(count)) }
            stretch *= 2
        }
    }

    private static func positions(of scanner: SegmentScanner, from start: UInt64) throws(ReelError) -> [UInt64] {
        scanner.seek(to: start)
        var positions: [UInt64] = []
        while true {
            switch try scanner.next() {
            case .member(let member): if !member.header.isFilling { positions.append(member.position) }
            case .damage: continue
            case .torn, .end: return positions
            }
        }
    }
}
