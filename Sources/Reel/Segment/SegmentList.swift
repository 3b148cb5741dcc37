internal import Glibc
package import Model
internal import Posix

/// A segment's place in its reel.
package struct Segment: Sendable, Equatable {
    /// The offset of the file's first byte.
    package let base: Offset
    package let path: String
    /// Bytes of the file.
    package let fileSize: UInt64
    /// Bytes of the file that belong to the reel: all of the last segment's, of the others those before the next base.
    package let size: UInt64
    /// Whether this is the segment that is being written.
    package let isLast: Bool

    /// The file's name.
    package var name: String { path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path }

    /// The first offset after the segment.
    package var end: Offset { Offset(rawValue: base.rawValue + size) }

    /// The segment without what lies behind an offset.
    func cut(at end: Offset) -> Segment {
        let size = min(size, end > base ? end.rawValue - base.rawValue : 0)
        return Segment(base: base, path: path, fileSize: fileSize, size: size, isLast: isLast)
    }
}

extension ReelLocation {
    /// The path of the segment that begins at an offset: the offset in 20 digits, a dot and the suffix.
    package func path(of base: Offset) -> String {
        let digits = String(base.rawValue)
        return "\(directory)/\(String(repeating: "0", count: 20 - digits.count))\(digits).\(suffix)"
    }

    /// The path of a sealed segment's index.
    func indexPath(of base: Offset) -> String { String(path(of: base).dropLast(suffix.count)) + "index" }

    /// The segments by base offset; files of other names are passed over.
    package func segments() throws(ReelError) -> [Segment] {
        do {
            let bases = try Directory.names(in: directory).compactMap { base(ofName: $0) }
            var segments: [Segment] = []
            for (index, base) in bases.enumerated() {
                let path = path(of: base)
                let fileSize = try Descriptor.open(path, O_RDONLY).size()
                let next = index + 1 < bases.count ? bases[index + 1] : nil
                let size = next.map { min(fileSize, $0.rawValue - base.rawValue) } ?? fileSize
                segments.append(Segment(base: base, path: path, fileSize: fileSize, size: size, isLast: next == nil))
            }
            return segments
        } catch {
            throw ReelError(.openFailed, reel: name.rawValue, path: directory, underlying: error)
        }
    }

    private func base(ofName name: String) -> Offset? {
        guard name.hasSuffix("." + suffix), name.utf8.count == 21 + suffix.utf8.count else { return nil }
        let digits = name.prefix(20)
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return UInt64(digits).map { Offset(rawValue: $0) }
    }
}
