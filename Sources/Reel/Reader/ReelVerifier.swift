package import Model

/// How far a verification is.
package struct VerifyProgress: Sendable, Equatable {
    /// Bytes of the segments looked at, and of all of them.
    package var doneBytes: UInt64 = 0
    package var totalBytes: UInt64 = 0
    package var records: UInt64 = 0
    package var damages: UInt64 = 0
}

/// What a verification found.
package struct VerifyReport: Sendable, Equatable {
    package var segments = 0
    /// Records that inflate, and whose length and CRC-32 hold.
    package var records: UInt64 = 0
    /// Bytes of the segments.
    package var compressedBytes: UInt64 = 0
    /// Bytes of the good records.
    package var uncompressedBytes: UInt64 = 0
    /// Stretches without a readable record, missing ones included.
    package var damageCount: UInt64 = 0
    /// The first 1,000 of them.
    package var damages: [ReelDamage] = []
    /// The bytes after the last whole record of the last segment: a torn write, or one that is under way.
    package var tornEnd: ReelDamage?

    /// Whether everything that is there checks.
    package var isClean: Bool { damageCount == 0 && tornEnd == nil }
}

/// Reads every record of a reel and proves it.
package struct ReelVerifier: Sendable {
    private let location: ReelLocation

    package init(_ location: ReelLocation) { self.location = location }

    /// Verifies up to `limit` (nil: everything there is), segment by segment, on the caller's thread.
    ///
    /// `progress` is called every 64 MiB and at the end; when it gives false, the report so far is returned.
    package func verify(
        limit: Offset? = nil, progress: (VerifyProgress) -> Bool = { _ in true }
    ) throws(ReelError) -> VerifyReport {
        var report = VerifyReport()
        var state = VerifyProgress()
        var room: [UInt8] = []
        let segments = try location.segments().filter { segment in limit.map { segment.base < $0 } ?? true }
        state.totalBytes = segments.reduce(0) { $0 + $1.size }
        for (index, segment) in segments.enumerated() {
            let scanner = try SegmentScanner(segment, reel: location.name)
            if let limit { scanner.limit = min(scanner.limit, limit.rawValue - segment.base.rawValue) }
            let done = state.doneBytes
            let goesOn = try verify(scanner, &report, &room) { position, report in
                state = state.at(done + position, report)
                return progress(state)
            }
            state = state.at(done + scanner.limit, report)
            guard goesOn else { return report }
            if index + 1 < segments.count, segment.end < segments[index + 1].base {
                report.add(
                    scanner.damage(at: segment.size, segments[index + 1].base.rawValue - segment.end.rawValue, .missing)
                )
            }
        }
        _ = progress(state.at(state.totalBytes, report))
        return report
    }

    private func verify(
        _ scanner: SegmentScanner, _ report: inout VerifyReport, _ room: inout [UInt8],
        tell: (UInt64, VerifyReport) -> Bool
    ) throws(ReelError) -> Bool {
        report.segments += 1
        report.compressedBytes += scanner.limit
        var told: UInt64 = 0
        while true {
            switch try scanner.next() {
            case .member(let member):
                if let damage = try scanner.verify(member, room: &room) {
                    report.add(damage)
                } else if !member.header.isFilling {
                    report.records += 1
                    report.uncompressedBytes += UInt64(member.header.recordLength)
                }
            case .damage(let damage): report.add(damage)
            case .torn(let damage):
                report.tornEnd = damage
                return true
            case .end: return true
            }
            if scanner.position - told >= 64 << 20 {
                told = scanner.position
                guard tell(told, report) else { return false }
            }
        }
    }
}

extension VerifyReport {
    fileprivate mutating func add(_ damage: ReelDamage) {
        damageCount += 1
        if damages.count < 1000 { damages.append(damage) }
    }
}

extension VerifyProgress {
    fileprivate func at(_ bytes: UInt64, _ report: VerifyReport) -> VerifyProgress {
        VerifyProgress(
            doneBytes: bytes, totalBytes: totalBytes, records: report.records, damages: report.damageCount)
    }
}
