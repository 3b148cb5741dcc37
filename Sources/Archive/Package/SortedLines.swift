internal import Posix

/// Lines that come in any order and are given back sorted by their bytes, in bounded memory: what does not fit is sorted in a file.
package final class SortedLines {
    private let path: String
    private var lines: [[UInt8]] = []
    private var bytes = 0
    private var file: Descriptor?
    private var position: UInt64 = 0
    private var runs: [Range<UInt64>] = []

    private let maximumBytes: Int

    /// - `path`: where a file may lie meanwhile; it has no name any more once it is open.
    /// - `maximumBytes`: what is kept in memory at most.
    package init(path: String, maximumBytes: Int = 16 << 20) {
        self.path = path
        self.maximumBytes = maximumBytes
    }

    package func add(_ line: [UInt8]) throws(ArchiveError) {
        lines.append(line)
        bytes += line.count + 32
        if bytes >= maximumBytes { try spill() }
    }

    /// Gives all lines in order, and ends.
    package func forEach(_ body: ([UInt8]) throws(ArchiveError) -> Void) throws(ArchiveError) {
        sort()
        guard let file else {
            for line in lines { try body(line) }
            return
        }
        try spill()
        var cursors: [RunCursor] = []
        for run in runs {
            let cursor = RunCursor(file, run, path)
            if try cursor.advance() { cursors.append(cursor) }
        }
        while let least = cursors.indices.min(by: { cursors[$0].line.lexicographicallyPrecedes(cursors[$1].line) }) {
            try body(cursors[least].line)
            if try !cursors[least].advance() { cursors.remove(at: least) }
        }
    }

    private func sort() { lines.sort { $0.lexicographicallyPrecedes($1) } }

    private func spill() throws(ArchiveError) {
        sort()
        var run: [UInt8] = []
        run.reserveCapacity(bytes)
        for line in lines { run += line + [10] }
        if file == nil { file = try temporary() }
        guard let file else { return }
        try file.write(run, at: position, path: path)
        runs.append(position..<position + UInt64(run.count))
        position += UInt64(run.count)
        lines = []
        bytes = 0
    }

    private func temporary() throws(ArchiveError) -> Descriptor {
        let file = try Descriptor.make(path, mode: 0o600)
        do {
            try Directory.removeFile(path)
        } catch {
            throw ArchiveError(.unwritable(reason: "\(error)"), path: path)
        }
        return file
    }
}

/// The lines of one sorted stretch of a file.
private final class RunCursor {
    private(set) var line: [UInt8] = []
    private let file: Descriptor
    private let path: String
    private var rest: Range<UInt64>
    private var window: [UInt8] = []
    private var start = 0

    init(_ file: Descriptor, _ run: Range<UInt64>, _ path: String) {
        self.file = file
        self.path = path
        rest = run
    }

    /// Moves to the next line; false at the end.
    func advance() throws(ArchiveError) -> Bool {
        while true {
            if let end = window[start...].firstIndex(of: 10) {
                line = Array(window[start..<end])
                start = end + 1
                return true
            }
            guard !rest.isEmpty else { return false }
            window.removeFirst(start)
            start = 0
            try read()
        }
    }

    private func read() throws(ArchiveError) {
        let bytes = try file.read(
            Int(min(64 << 10, rest.upperBound - rest.lowerBound)), at: rest.lowerBound, path: path)
        // The file is this program's own: it cannot be shorter than what was written.
        rest = (bytes.isEmpty ? rest.upperBound : rest.lowerBound + UInt64(bytes.count))..<rest.upperBound
        window += bytes
    }
}
