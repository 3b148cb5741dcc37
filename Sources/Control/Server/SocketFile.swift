internal import Glibc
internal import Posix

/// The file of a bound Unix socket, known by its device and inode.
struct SocketFile: Sendable {
    private let path: String
    private let device: dev_t
    private let inode: ino_t

    /// Removes a socket file that nobody listens at; nothing there is fine, and anything else is an error.
    static func clear(_ path: String) throws(ControlServerError) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            let error = SystemError("stat", path)
            if error.code == ENOENT { return }
            throw failure(error, path)
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw ControlServerError(.notASocket, path) }
        guard try !isServed(path) else { throw ControlServerError(.alreadyServed, path) }
        guard unlink(path) == 0 || errno == ENOENT else { throw failure(SystemError("unlink", path), path) }
    }

    /// Binds a socket to a path, with permissions for the owner alone.
    static func bind(_ number: CInt, to path: String) throws(ControlServerError) -> SocketFile {
        // Linux makes the file with the permissions of the unbound socket.
        guard fchmod(number, 0o600) == 0 else { throw failure(SystemError("fchmod", path), path) }
        let result: CInt
        do {
            var name = try SocketName(path)
            result = name.withSocketAddress { Glibc.bind(number, $0, $1) }
        } catch {
            throw ControlServerError(.pathTooLong, path, cause: error)
        }
        guard result == 0 else {
            let error = SystemError("bind", path)
            throw error.code == EADDRINUSE ? ControlServerError(.alreadyServed, path) : failure(error, path)
        }
        var status = stat()
        guard lstat(path, &status) == 0 else { throw failure(SystemError("stat", path), path) }
        return SocketFile(path: path, device: status.st_dev, inode: status.st_ino)
    }

    /// Sets group and mode; what could not be done, in sentences.
    func give(to group: String?, mode: UInt32) -> [String] {
        var warnings: [String] = []
        if let group {
            if let number = SocketFile.groupNumber(group) {
                if chown(path, uid_t.max, number) != 0 {
                    warnings.append("cannot give \(path) to the group \(group): \(SystemError("chown").reason)")
                }
            } else {
                warnings.append("there is no group \(group), so that \(path) belongs to the daemon's own group")
            }
        }
        if chmod(path, mode) != 0 { warnings.append("\(SystemError("chmod", path))") }
        return warnings
    }

    /// Removes the file if it is still the same.
    func remove() {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_dev == device, status.st_ino == inode else { return }
        unlink(path)
    }

    /// Whether a connect is answered. No permission to connect counts as answered.
    private static func isServed(_ path: String) throws(ControlServerError) -> Bool {
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard number >= 0 else { throw failure(SystemError("socket", path), path) }
        let probe = Descriptor(owning: number, name: path)
        do {
            var name = try SocketName(path)
            let result = name.withSocketAddress { pointer, length in retry { connect(probe.number, pointer, length) } }
            if result == 0 { return true }
        } catch {
            throw ControlServerError(.pathTooLong, path, cause: error)
        }
        return errno != ECONNREFUSED && errno != ENOENT
    }

    private static func failure(_ error: SystemError, _ path: String) -> ControlServerError {
        switch error.code {
        case ENOENT, ENOTDIR: ControlServerError(.directoryMissing, path, cause: error)
        case EACCES, EPERM, EROFS: ControlServerError(.notWritable, path, cause: error)
        case ENAMETOOLONG: ControlServerError(.pathTooLong, path, cause: error)
        default: ControlServerError(.failed, path, cause: error)
        }
    }

    private static func groupNumber(_ name: String) -> gid_t? {
        var entry = group()
        var found: UnsafeMutablePointer<group>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
            guard getgrnam_r(name, &entry, buffer.baseAddress, buffer.count, &found) == 0 else { return nil }
            return found?.pointee.gr_gid
        }
    }
}
