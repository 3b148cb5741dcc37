internal import Glibc

/// Tells systemd how the service is, by the protocol of sd_notify(3): datagrams to the socket that `NOTIFY_SOCKET` names.
///
/// Without that variable every call does nothing.
package struct ServiceNotifier: Sendable {
    private let address: String?
    /// How often systemd wants a sign of life; nil where it does not watch.
    package let watchdogInterval: Duration?

    /// Reads `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID` from an environment.
    package init(environment: [String: String]) {
        address = environment["NOTIFY_SOCKET"].flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
        let isForUs = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        watchdogInterval = isForUs ? environment["WATCHDOG_USEC"].flatMap { Int64($0) }.map { .microseconds($0) } : nil
    }

    /// The service answers; `status` is a line for `systemctl status`.
    package func ready(status: String) throws(SystemError) { try send("READY=1\nSTATUS=\(status)") }
    package func status(_ text: String) throws(SystemError) { try send("STATUS=\(text)") }
    package func stopping() throws(SystemError) { try send("STOPPING=1\nSTATUS=stopping") }
    package func watchdog() throws(SystemError) { try send("WATCHDOG=1") }

    /// The start is under way, and may take this much longer from now on than systemd was told (EXTEND_TIMEOUT_USEC).
    package func starting(status: String, within time: Duration) throws(SystemError) {
        let parts = time.components
        try send(
            "EXTEND_TIMEOUT_USEC=\(parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000)\nSTATUS=\(status)"
        )
    }

    /// A reload begins; ``ready(status:)`` ends it.
    package func reloading() throws(SystemError) {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        try send("RELOADING=1\nMONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1000)")
    }

    private func send(_ message: String) throws(SystemError) {
        guard let address else { return }
        let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { throw SystemError("socket", address) }
        let descriptor = Descriptor(owning: number, name: address)
        var name = try SocketName(address)
        let bytes = Array(message.utf8)
        let sent = name.withSocketAddress { pointer, length in
            retry { sendto(descriptor.number, bytes, bytes.count, Int32(MSG_NOSIGNAL), pointer, length) }
        }
        guard sent == bytes.count else { throw SystemError("sendto", address) }
    }
}
