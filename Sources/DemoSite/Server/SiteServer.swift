internal import Glibc
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Serves each outlet on its own loopback address.
struct SiteServer {
    let outlets: [any Outlet]
    let port: Int
    /// Made once all listen.
    let readyFile: String?

    /// Serves until the task is cancelled or the process ends.
    func run() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        var channels: [any Channel] = []
        for outlet in outlets {
            let channel = try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: 256)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                        try channel.pipeline.syncOperations.addHandler(SiteHandler(outlet: outlet))
                    }
                }
                .bind(host: outlet.address, port: port).get()
            channels.append(channel)
        }
        for outlet in outlets { print("serving http://\(outlet.address):\(port)/") }
        fflush(nil)
        if let readyFile { try "serving\n".write(toFile: readyFile, atomically: true, encoding: .utf8) }
        for channel in channels { try await channel.closeFuture.get() }
    }
}
