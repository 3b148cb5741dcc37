internal import Glibc
internal import Posix
internal import Synchronization

/// The listening Unix socket, opened by the daemon itself or passed on by the service manager.
///
/// A file it made is removed at the end, unless another process has put its own there in the meantime. A passed socket's file
/// belongs to the service manager and stays.
package final class ControlSocket: Sendable {
    /// The path, or `descriptor N` for one that was passed.
    package let path: String
    /// What could not be done and does no harm: a group that does not exist, for example. One sentence each.
    package let warnings: [String]
    private let file: SocketFile?
    /// The descriptor, until the server takes it.
    private let descriptor: Mutex<CInt?>

    private init(path: String, number: CInt, file: SocketFile?, warnings: [String]) {
        self.path = path
        self.file = file
        self.warnings = warnings
        descriptor = Mutex(number)
    }

    deinit {
        descriptor.withLock { number in
            guard let number else { return }
            removeFile()
            close(number)
        }
    }

    /// Binds and listens at a path; from then on clients connect and wait until the server runs.
    ///
    /// A socket file that nobody listens at is replaced. The file has no permission for others at any moment.
    /// - Parameter group: who may open it beside the owner; left as it is where the group does not exist.
    package static func open(path: String, group: String?, mode: UInt32 = 0o660) throws(ControlServerError)
        -> ControlSocket
    {
        guard path.utf8.count <= 107, !path.isEmpty else { throw ControlServerError(.pathTooLong, path) }
        try SocketFile.clear(path)
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard number >= 0 else { throw ControlServerError(.failed, path, cause: SystemError("socket", path)) }
        do throws(ControlServerError) {
            let file = try SocketFile.bind(number, to: path)
            let warnings = file.give(to: group, mode: mode)
            guard Glibc.listen(number, 64) == 0 else {
                throw ControlServerError(.failed, path, cause: SystemError("listen", path))
            }
            return ControlSocket(path: path, number: number, file: file, warnings: warnings)
        } catch {
            close(number)
            throw error
        }
    }

    /// Listens on an address of this machine; whoever connects is nobody, and may read what the router has.
    package static func listen(host: String, port: Int) throws(ControlServerError) -> ControlSocket {
        let name = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        let family = host.contains(":") ? AF_INET6 : AF_INET
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let number = socket(family, type, 0)
        guard number >= 0 else { throw ControlServerError(.failed, name, cause: SystemError("socket", name)) }
        do throws(SystemError) {
            try TCPAddress(host: host, port: port).listen(number)
            return ControlSocket(path: name, number: number, file: nil, warnings: [])
        } catch {
            close(number)
            throw ControlServerError(.failed, name, cause: error)
        }
    }

    /// Takes over a socket that listens already, by its descriptor's number.
    package static func adopt(descriptor number: CInt) throws(ControlServerError) -> ControlSocket {
        let name = "descriptor \(number)"
        guard option(SO_DOMAIN, of: number) == AF_UNIX, option(SO_ACCEPTCONN, of: number) == 1,
            option(SO_TYPE, of: number) == Int32(SOCK_STREAM.rawValue)
        else { throw ControlServerError(.notListening, name) }
        return ControlSocket(path: name, number: number, file: nil, warnings: [])
    }

    /// Gives the descriptor away; nil the second time.
    func takeDescriptor() -> CInt? {
        descriptor.withLock { number in
            defer { number = nil }
            return number
        }
    }

    /// Removes the file, if it is still the one that was made.
    func removeFile() { file?.remove() }

    private static func option(_ name: CInt, of number: CInt) -> CInt? {
        var value: CInt = 0
        var length = socklen_t(MemoryLayout<CInt>.size)
        return getsockopt(number, SOL_SOCKET, name, &value, &length) == 0 ? value : nil
    }
}
