internal import Glibc
internal import Model
internal import Posix

/// A reel's manifest as it was read: its lines, and how far their chain holds.
struct Manifest {
    /// The lines up to the first that does not hold.
    private(set) var lines: [ManifestLine] = []
    /// The values of the chain, one for each line.
    private(set) var chains: [Chain] = []
    /// The number of the first line that does not hold, from 1 on.
    private(set) var brokenLine: Int?
    /// Bytes of the file up to its last line feed; what follows is a line that a crash cut off.
    private(set) var wholeBytes: UInt64 = 0
    /// The value that the next line goes on from: the last line's own, also where the chain is broken before it.
    private(set) var last = Chain.start
    /// Where the next segment to be entered begins; nil where no line says so.
    private(set) var next: Offset?

    /// Reads the file; nil where there is none.
    static func read(_ location: ReelLocation) throws(ReelError) -> Manifest? {
        do throws(SystemError) {
            guard access(location.manifestPath, F_OK) == 0 else { return nil }
            let file = try Descriptor.open(location.manifestPath, O_RDONLY)
            var bytes = [UInt8](repeating: 0, count: Int(try file.size()))
            let count = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(SystemError) in
                try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
            }
            return Manifest(bytes.prefix(count))
        } catch {
            throw ReelError(
                .readFailed, reel: location.name.rawValue, path: location.manifestPath, underlying: error)
        }
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { bytes[...$0] } ?? []
        wholeBytes = UInt64(whole.count)
        for (index, text) in String(decoding: whole, as: UTF8.self).split(separator: "\n").enumerated() {
            if brokenLine == nil, let (line, chain) = ManifestLine.read(text, after: last) {
                lines.append(line)
                chains.append(chain)
                take(line, chain)
            } else {
                brokenLine = brokenLine ?? index + 1
                // Lines that are added later hold on to what stands here, so that the break stays where it is.
                guard let claimed = Chain(digits: text.dropLast(2).suffix(64)) else { continue }
                last = claimed
                // What a broken line says of its segment proves nothing, but the segment is not entered again.
                if let line = ManifestLine.fields(of: text) { take(line, claimed) }
            }
        }
    }

    private mutating func take(_ line: ManifestLine, _ chain: Chain) {
        last = chain
        switch line.event {
        case .begun: next = max(next ?? .zero, line.base)
        case .sealed: next = max(next ?? .zero, line.end)
        case .repaired, .retired: break
        }
    }

    /// What the lines say last of each segment that was entered, by base offset.
    var segments: [Offset: ManifestLine] {
        lines.reduce(into: [:]) { segments, line in if line.event != .begun { segments[line.base] = line } }
    }
}

extension Manifest {
    /// Whether the chain had that value, in hexadecimal digits, after one of its lines.
    func has(_ head: String) -> Bool { Chain(digits: head).map { chains.contains($0) } ?? false }
}

extension ReelLocation {
    /// The file name of the segment with that base offset.
    func fileName(of base: Offset) -> String { String(path(of: base).dropFirst(directory.count + 1)) }

    /// The file of the chained digests, beside the segments.
    package var manifestPath: String { directory + "/manifest.jsonl" }
}
