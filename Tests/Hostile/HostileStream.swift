/// Rows of HTTP/2: what a server sends in place of, or in the middle of, an answer.
package struct HostileStream: Sendable {
    package let name: String
    /// The kinds of failure of which one must follow: libcurl drops what came in one read with a stream's reset.
    package let outcomes: [String]
    package let frames: [UInt8]

    package static let all: [HostileStream] = [
        .init(name: "GOAWAY in place of an answer", outcomes: ["connection_lost"], frames: Frame.goAway(11)),
        .init(
            name: "a storm of GOAWAY", outcomes: ["connection_lost"],
            frames: (0..<1000).flatMap { Frame.goAway(UInt8($0 % 13)) }),
        .init(
            name: "a storm of RST_STREAM", outcomes: ["connection_lost"],
            frames: (0..<1000).flatMap { _ in Frame.reset(7) }),
        .init(
            name: "RST_STREAM in the body", outcomes: ["truncated", "connection_lost"],
            frames: Frame.head + Frame.data("half", isLast: false) + Frame.reset(2)),
        .init(
            name: "GOAWAY in the body", outcomes: ["truncated", "connection_lost"],
            frames: Frame.head + Frame.data("half", isLast: false) + Frame.goAway(0) + Frame.reset(8)),
        .init(
            name: "frames that are none", outcomes: ["connection_lost"], frames: [UInt8](repeating: 0xff, count: 64)),
        .init(
            name: "a body above the bound", outcomes: ["too_large"],
            frames: Frame.head
                + (0..<10).flatMap { _ in Frame.data(String(repeating: "a", count: 16_000), isLast: false) }),
    ]
}
