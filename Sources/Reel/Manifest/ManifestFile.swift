internal import Glibc
internal import Model
internal import Posix

/// A manifest that is being written: lines are added at its end, and nothing else is ever changed.
struct ManifestFile: ~Copyable {
    private let file: Descriptor
    private var size: UInt64
    private var chain: Chain
    /// Where the next segment to be entered begins.
    private(set) var next: Offset
    /// The digest that the manifest has of a segment.
    private let known: [Offset: ManifestLine]
    /// The number of the first line that does not hold.
    let brokenLine: Int?

    /// Opens a reel's manifest, or begins one; a line that a crash cut off is taken away.
    ///
    /// A manifest that begins later than its reel says how many bytes were sealed before it.
    static func open(_ location: ReelLocation, sealed end: Offset, now: Timestamp) throws(ReelError) -> ManifestFile {
        let found = try Manifest.read(location)
        let first = try location.segments().first?.base ?? .zero
        do throws(SystemError) {
            let file = try Descriptor.open(location.manifestPath, O_RDWR | O_CREAT)
            var manifest = ManifestFile(file, found, next: found?.next ?? first)
            if try file.size() > manifest.size { try file.truncate(to: manifest.size) }
            if manifest.size == 0 {
                let length = end > first ? end.rawValue - first.rawValue : 0
                try manifest.append(ManifestLine(event: .begun, base: first, length: length, digest: "", time: now))
                try Directory.synchronize(location.directory)
            }
            return manifest
        } catch {
            throw ReelError(
                .writeFailed, reel: location.name.rawValue, path: location.manifestPath, underlying: error)
        }
    }

    private init(_ file: Descriptor, _ found: Manifest?, next: Offset) {
        self.file = file
        self.next = next
        size = found?.wholeBytes ?? 0
        chain = found?.last ?? .start
        known = found?.segments ?? [:]
        brokenLine = found?.brokenLine
    }

    /// Adds a line durably; after a failure it is not there.
    mutating func append(_ line: ManifestLine) throws(SystemError) {
        let (text, chain) = line.text(after: chain)
        do {
            try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(SystemError) in
                try file.writeAll(UnsafeRawBufferPointer(bytes), at: size)
            }
            try file.synchronize()
        } catch {
            try file.truncate(to: size)
            throw error
        }
        size += UInt64(text.utf8.count)
        self.chain = chain
        if line.event == .sealed { next = max(next, line.end) }
    }

    /// The chain's last value, in hexadecimal digits: what somebody notes elsewhere.
    var head: String { chain.description }

    func line(of base: Offset) -> ManifestLine? { known[base] }
}
