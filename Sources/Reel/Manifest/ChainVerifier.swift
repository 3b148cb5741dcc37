package import Model
internal import Posix

/// Why a manifest's chain does not hold.
package enum ChainBreak: Sendable, Equatable {
    /// There are sealed segments and no manifest.
    case noManifest(path: String)
    /// A line was changed, put in or taken out: nothing from it on is proved. Lines count from 1.
    case line(Int)
    /// A segment is not what was sealed.
    case changed(segment: String)
    /// A sealed segment is gone, and no line says that it was retired.
    case gone(segment: String)
    /// The value that was noted elsewhere is not in the chain.
    case unknownHead
}

/// What comparing a reel with its manifest found.
package struct ChainReport: Sendable, Equatable {
    /// Segments that are what their lines say.
    package var segments = 0
    /// Segments that were removed, and have a line for it.
    package var retired = 0
    /// Sealed segments that the manifest does not have yet; the next start of the daemon enters them.
    package var pending = 0
    /// Bytes that were in sealed segments before the manifest was begun: it says nothing of what happened to them before.
    package var foundBytes: UInt64 = 0
    /// The chain's last value, for noting elsewhere; empty without a manifest.
    package var head = ""
    /// What does not hold, in the order of the offsets.
    package var breaks: [ChainBreak] = []
    /// From this offset on the chain proves nothing; nil where it holds.
    package var brokenFrom: Offset?

    package init() {}

    package var holds: Bool { breaks.isEmpty }
}

/// Compares the sealed segments with the manifest's chained digests.
package struct ChainVerifier: Sendable {
    private let location: ReelLocation

    package init(_ location: ReelLocation) { self.location = location }

    /// Reads the manifest and the sealed segments' bytes, on the caller's thread.
    ///
    /// - `head` is a value of the chain that was noted elsewhere; it proves that nothing before it was written anew.
    /// - `limit` is a writer's acknowledged end: segments from there on are passed over.
    /// - `progress` is told how many bytes more were read; when it gives false, the report so far is returned.
    package func verify(
        head: String? = nil, limit: Offset? = nil, progress: (UInt64) -> Bool = { _ in true }
    ) throws(ReelError) -> ChainReport {
        var report = ChainReport()
        // The segments first: one that is sealed meanwhile is then in the manifest and not in this list, not the other way.
        let segments = try location.segments().filter { segment in limit.map { segment.base < $0 } ?? true }
        guard let manifest = try Manifest.read(location), manifest.wholeBytes > 0 else {
            if segments.count > 1 { report.add(.noManifest(path: location.manifestPath), at: segments[0].base) }
            return report
        }
        report.head = manifest.last.description
        report.foundBytes = manifest.lines.first.map { $0.event == .begun ? $0.length : 0 } ?? 0
        if let line = manifest.brokenLine {
            report.add(.line(line), at: manifest.lines.map(\.end).max() ?? .zero)
        } else {
            report.pending = segments.count { !$0.isLast && $0.size > 0 && manifest.segments[$0.base] == nil }
        }
        let lines = manifest.segments.values.filter { line in limit.map { line.base < $0 } ?? true }
        try compare(segments, lines.sorted { $0.base < $1.base }, &report, progress)
        if let head, !manifest.has(head) { report.add(.unknownHead, at: segments.first?.base ?? .zero) }
        return report
    }

    private func compare(
        _ segments: [Segment], _ lines: [ManifestLine], _ report: inout ChainReport, _ progress: (UInt64) -> Bool
    ) throws(ReelError) {
        let here = Dictionary(uniqueKeysWithValues: segments.map { ($0.base, $0) })
        for line in lines {
            guard let segment = here[line.base] else {
                if line.event == .retired {
                    report.retired += 1
                } else if try !location.segments().contains(where: { $0.base == line.base }) {
                    report.add(.gone(segment: location.fileName(of: line.base)), at: line.base)
                }
                continue
            }
            guard let same = try isSame(segment, line, progress) else { return }
            if same {
                report.segments += 1
            } else {
                report.add(.changed(segment: segment.name), at: line.base)
            }
        }
    }

    /// Whether a segment has the digest of its line; nil where the caller ended it.
    private func isSame(
        _ segment: Segment, _ line: ManifestLine, _ progress: (UInt64) -> Bool
    ) throws(ReelError) -> Bool? {
        do throws(SystemError) {
            // Not by the size that was listed: the segment may have grown since, and been sealed.
            return try SegmentDigest.sha256(segment.path, length: line.length, progress: progress)
                .map { $0 == line.digest }
        } catch {
            throw ReelError(.readFailed, reel: location.name.rawValue, path: segment.path, underlying: error)
        }
    }
}

extension ChainReport {
    fileprivate mutating func add(_ problem: ChainBreak, at offset: Offset) {
        breaks.append(problem)
        brokenFrom = min(brokenFrom ?? offset, offset)
    }
}
