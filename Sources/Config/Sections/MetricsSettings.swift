/// Figures over TCP, beside the control socket.
package struct MetricsSettings: Sendable, Hashable {
    /// Where `/metrics`, `/healthz` and `/readyz` are served without any credentials; nil for nowhere.
    package var listen: ListenAddress?

    package init() {}
}

extension MetricsSettings: SettingsSection {
    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit("listen", &listen, .optional(.listenAddress))
    }
}

/// An address of this machine and a port.
package struct ListenAddress: Sendable, Hashable {
    /// IPv4, or IPv6 without brackets.
    package let host: String
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// As it is written: `127.0.0.1:9464`, `[::1]:9464`.
    package var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

extension ValueForm<ListenAddress> {
    static var listenAddress: ValueForm {
        .scalar("an address and a port such as 127.0.0.1:9464", write: { .text($0.text) }) { text in
            guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0
            else { return nil }
            let host = text[..<colon]
            let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
            let bare = isBracketed ? String(host.dropFirst().dropLast()) : String(host)
            guard NetworkText.isAddress(bare), bare.contains(":") == isBracketed else { return nil }
            return ListenAddress(host: bare, port: Int(port))
        }
    }
}
