internal import Glibc

/// Sockets that systemd opened and passed on, by sd_listen_fds(3): descriptors from 3 upwards.
package enum ActivationSockets {
    /// The numbers of the descriptors passed to this process, in order; empty where there are none.
    package static func descriptors(environment: [String: String]) -> [Int32] {
        guard environment["LISTEN_PID"] == String(getpid()),
            let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }),
            count > 0, count < 1024
        else { return [] }
        let numbers = (3..<3 + count).map { $0 }
        for number in numbers { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
        return numbers
    }
}
