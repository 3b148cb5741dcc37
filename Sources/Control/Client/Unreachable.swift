internal import Glibc
internal import NIOCore

extension ControlError.Unreachable {
    /// The reason behind a connect(2) that failed.
    init(_ error: IOError, socket: String) {
        switch error.errnoCode {
        case ENOENT, ENOTDIR: self = .noSocket
        case EACCES, EPERM: self = .permission(group: Self.group(of: socket))
        case ECONNREFUSED, EPROTOTYPE, ENOTSOCK: self = .refused
        default: self = .other(String(cString: strerror(error.errnoCode)))
        }
    }

    /// The group of a socket's file; `newsreel`, as the service has it, where the file itself is out of sight.
    private static func group(of socket: String) -> String? {
        var status = stat()
        guard stat(socket, &status) == 0 else { return "newsreel" }
        guard status.st_gid != 0 else { return nil }
        var entry = Glibc.group()
        var found: UnsafeMutablePointer<Glibc.group>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
            guard getgrgid_r(status.st_gid, &entry, buffer.baseAddress, buffer.count, &found) == 0,
                let name = found?.pointee.gr_name
            else { return "\(status.st_gid)" }
            return String(cString: name)
        }
    }
}
