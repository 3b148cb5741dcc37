internal import Glibc

/// The lines of a file or of standard input, one at a time and without line feeds; empty ones are passed over.
struct LineReader: ~Copyable {
    private let path: String
    private let descriptor: CInt
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// Opens a path; `-` is standard input.
    init(_ path: String) throws(InputError) {
        self.path = path
        descriptor = try InputFile.open(path)
    }

    deinit { close(descriptor) }

    mutating func next() throws(InputError) -> [UInt8]? {
        while true {
            if let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[start..<end]
                start = end + 1
                if line.isEmpty { continue }
                return Array(line)
            }
            if isAtEnd {
                defer { start = buffer.count }
                return start < buffer.count ? Array(buffer[start...]) : nil
            }
            try fill()
        }
    }

    private mutating func fill() throws(InputError) {
        buffer.removeFirst(start)
        start = 0
        guard buffer.count <= InputFile.maximumBytes else {
            throw InputError(path, "a line has more than \(InputFile.maximumBytes) bytes")
        }
        var room = [UInt8](repeating: 0, count: 1 << 16)
        let count = Glibc.read(descriptor, &room, room.count)
        if count < 0, errno == EINTR { return }
        guard count >= 0 else { throw InputError(path) }
        if count == 0 { isAtEnd = true } else { buffer += room[..<count] }
    }
}
