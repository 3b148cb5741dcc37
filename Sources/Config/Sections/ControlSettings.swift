/// The control socket.
package struct ControlSettings: Sendable, Hashable {
    /// The path of the socket; nil for `newsreel.sock` in systemd's `$RUNTIME_DIRECTORY`, else ``defaultSocket``.
    package var socket: String?
    /// The group whose members may read and trigger; one that does not exist is passed over.
    package var group = "newsreel"

    package init() {}

    /// Where the socket is when neither the configuration nor systemd says.
    package static let defaultSocket = "/run/newsreel/newsreel.sock"
}

extension ControlSettings: SettingsSection {
    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit("socket", &socket, .optional(.socketPath))
        visitor.visit("group", &group, .group)
    }
}

extension ValueForm<String> {
    /// An absolute path that fits into a socket's address.
    static var socketPath: ValueForm {
        .scalar("an absolute path of at most 107 bytes", write: { .text($0) }) {
            $0.hasPrefix("/") && $0.utf8.count <= 107 && !$0.contains("\0") ? $0 : nil
        }
    }
}
