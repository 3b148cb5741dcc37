internal import Glibc
internal import NIOCore

extension ControlError.Unreachable {
    /// The reason behind a connect(2) that failed.
    init(_ error: IOError) {
        switch error.errnoCode {
        case ENOENT, ENOTDIR: self = .noSocket
        case EACCES, EPERM: self = .permission
        case ECONNREFUSED, EPROTOTYPE, ENOTSOCK: self = .refused
        default: self = .other(String(cString: strerror(error.errnoCode)))
        }
    }
}
