internal import Glibc
internal import Reel

/// A file that could not be read: which, and why.
struct InputError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "\(path): \(reason)" }

    init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    /// With the reason of the last system call.
    init(_ path: String) { self.init(path, String(cString: strerror(errno))) }
}

/// Whole files, and standard input as `-`.
enum InputFile {
    /// The most that is read of a file, and that a packed one may unpack to.
    static let maximumBytes = 256 << 20

    /// The bytes of a file; those of a path that ends in `.gz` are unpacked.
    static func read(_ path: String) throws(InputError) -> [UInt8] {
        let descriptor = try open(path)
        defer { close(descriptor) }
        let bytes = try readAll(descriptor, path)
        return path.hasSuffix(".gz") ? try unpack(bytes, path) : bytes
    }

    /// A descriptor for reading, which the caller closes.
    static func open(_ path: String) throws(InputError) -> CInt {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputError(path) }
        return descriptor
    }

    private static func readAll(_ descriptor: CInt, _ path: String) throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 17)
        while true {
            let count = Glibc.read(descriptor, &room, room.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw InputError(path) }
            if count == 0 { return bytes }
            bytes += room[..<count]
            guard bytes.count <= maximumBytes else { throw InputError(path, "has more than \(maximumBytes) bytes") }
        }
    }

    private static func unpack(_ bytes: [UInt8], _ path: String) throws(InputError) -> [UInt8] {
        guard let result = Gunzip.members(bytes, maximumBytes: maximumBytes) else {
            throw InputError(path, "is not gzip")
        }
        guard result.isWhole else { throw InputError(path, "the gzip stream is cut or broken") }
        return result.bytes
    }
}
