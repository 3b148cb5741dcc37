internal import Glibc
internal import Posix

extension Descriptor {
    /// Makes a file, in the place of any that is there.
    static func make(_ path: String, mode: UInt32) throws(ArchiveError) -> Descriptor {
        do {
            return try Descriptor.open(path, O_RDWR | O_CREAT | O_TRUNC, mode: mode)
        } catch {
            throw ArchiveError(.unwritable(reason: "\(error)"), path: path)
        }
    }

    /// Writes all of the bytes at a position; `path` is for the error.
    func write(_ bytes: [UInt8], at position: UInt64, path: String) throws(ArchiveError) {
        do {
            try bytes.withUnsafeBytes { try writeAll($0, at: position) }
        } catch {
            throw ArchiveError(.unwritable(reason: "\(error)"), path: path)
        }
    }

    /// Reads up to so many bytes at a position.
    func read(_ count: Int, at position: UInt64, path: String) throws(ArchiveError) -> ArraySlice<UInt8> {
        var bytes = [UInt8](repeating: 0, count: count)
        do {
            let read: Int = try bytes.withUnsafeMutableBytes { try self.read(into: $0, at: position) }
            return bytes.prefix(read)
        } catch {
            throw ArchiveError(.unwritable(reason: "\(error)"), path: path)
        }
    }
}
