internal import Glibc
internal import Yams

extension ValueForm<[String]> {
    /// A list of networks: `[10.1.0.0/16, "fd00:1::/32"]`; empty for none.
    static var networks: ValueForm {
        let expectation = "a list of networks such as [10.1.0.0/16]"
        return ValueForm(
            expectation: expectation,
            read: { node throws(ValueProblem) in
                guard case .sequence(let items) = node else {
                    throw ValueProblem(code: .wrongType, message: "expected \(expectation)")
                }
                var networks: [String] = []
                for item in items {
                    guard let text = item.scalar?.string, NetworkText.isNetwork(text) else {
                        throw ValueProblem(message: "expected \(expectation)", position: FilePosition(item.mark))
                    }
                    networks.append(text)
                }
                return networks
            },
            write: { .plain("[\($0.map { "\"\($0)\"" }.joined(separator: ", "))]") })
    }
}

extension ValueForm<String> {
    /// A proxy's URL, with the schemes that libcurl takes.
    static var proxy: ValueForm {
        .scalar("a proxy such as http://proxy.example:3128", write: { .text($0) }) { text in
            let schemes = ["http://", "https://", "socks4://", "socks4a://", "socks5://", "socks5h://"]
            guard let scheme = schemes.first(where: text.lowercased().hasPrefix) else { return nil }
            let rest = text.dropFirst(scheme.count)
            return !rest.isEmpty && rest.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } ? text : nil
        }
    }

    /// An address with an `@` on one line.
    static var mailAddress: ValueForm {
        .scalar("a mail address such as robot@example.org", write: { .text($0) }) { text in
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
                && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
                ? text : nil
        }
    }
}

/// Addresses and networks as they are written.
enum NetworkText {
    /// An IPv4 or IPv6 address.
    static func isAddress(_ text: String) -> Bool { bits(text) != nil }

    /// `ADDRESS/LENGTH`, or an address alone.
    static func isNetwork(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let bits = parts.first.flatMap({ bits(String($0)) }) else { return false }
        guard parts.count == 2 else { return parts.count == 1 }
        return parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8(parts[1]).map { $0 <= bits } ?? false
    }

    /// How many bits an address has.
    private static func bits(_ text: String) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return 32 }
        return inet_pton(AF_INET6, text, &bytes) == 1 ? 128 : nil
    }
}
