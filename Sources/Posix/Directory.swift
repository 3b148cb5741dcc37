internal import Glibc

/// Directories and names of files.
package enum Directory {
    /// Makes a directory and those above it; one that exists is left as it is.
    package static func make(_ path: String, mode: UInt32 = 0o750) throws(SystemError) {
        if mkdir(path, mode) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw SystemError("mkdir", path)
        }
        try make(String(path[..<slash]), mode: mode)
        guard mkdir(path, mode) == 0 || errno == EEXIST else { throw SystemError("mkdir", path) }
    }

    /// The names in a directory without `.` and `..`, sorted.
    package static func names(in path: String) throws(SystemError) -> [String] {
        guard let stream = opendir(path) else { throw SystemError("opendir", path) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes the entries of a directory durable.
    package static func synchronize(_ path: String) throws(SystemError) {
        try Descriptor.open(path, O_RDONLY | O_DIRECTORY).synchronize()
    }

    /// Removes a file; one that is not there counts as removed.
    package static func removeFile(_ path: String) throws(SystemError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw SystemError("unlink", path) }
    }

    /// Renames within one file system, replacing what was there.
    package static func rename(_ old: String, to new: String) throws(SystemError) {
        guard Glibc.rename(old, new) == 0 else { throw SystemError("rename", old) }
    }

    /// Bytes that an unprivileged process may still write on the path's file system.
    package static func availableBytes(_ path: String) throws(SystemError) -> UInt64 {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw SystemError("statvfs", path) }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize)
    }
}
