internal import Loopback

/// A loopback port that nobody listens on.
package func deadPort() throws -> UInt16 {
    let server = try LoopbackServer { _ in }
    defer { server.stop() }
    return server.port
}
