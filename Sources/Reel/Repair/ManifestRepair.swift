internal import Model

extension ReelRepair {
    /// What became of the manifest.
    package enum ManifestStep: Sendable, Equatable {
        /// It was missing and made anew, with so many sealed segments: it proves them from now on only.
        case made(segments: Int)
        /// Sealed segments that it did not have were entered.
        case entered(segments: Int)
        /// Its chain does not hold from that line on; it stays as it is.
        case left(line: Int)
    }

    /// Makes a missing manifest anew, and enters sealed segments that it does not have; nil where there is nothing to do.
    ///
    /// A chain that does not hold is never mended: that is what it is for.
    package func runManifest(isTrial: Bool = false) throws(ReelError) -> ManifestStep? {
        let manifest = try Manifest.read(location)
        if let line = manifest?.brokenLine { return .left(line: line) }
        let sealed = try location.segments().filter { !$0.isLast && $0.size > 0 }
        let missing = sealed.filter { segment in manifest?.next.map { segment.base >= $0 } ?? true }
        guard let last = missing.last else { return nil }
        if !isTrial { _ = try location.enterSealed(upTo: last.end, now: now) }
        return manifest?.next == nil ? .made(segments: missing.count) : .entered(segments: missing.count)
    }

    /// A segment that the manifest has is another now; one that it does not have yet is entered as it is.
    func renewDigest(of segment: Segment) throws(ReelError) {
        guard try Manifest.read(location)?.segments[segment.base] != nil else { return }
        var manifest = try ManifestFile.open(location, sealed: segment.end, now: now)
        let size = try location.segments().first { $0.base == segment.base }?.size ?? segment.size
        let changed = segment.cut(at: Offset(rawValue: segment.base.rawValue + size))
        try manifest.add(.repaired, changed, digest: nil, of: location, now: now)
    }
}
