internal import NIOCore
internal import NIOHTTP1

/// The way to the client of one stream.
package struct LineWriter: Sendable {
    let channel: any Channel

    /// Sends lines, each with its line feed, and waits until the client's socket has taken them.
    ///
    /// Throws when the client is gone, and CancellationError when the task is cancelled.
    package func write(_ lines: [UInt8]) async throws {
        try Task.checkCancellation()
        guard !lines.isEmpty else { return }
        let part = HTTPPart<HTTPResponseHead, ByteBuffer>.body(ByteBuffer(bytes: lines))
        try await withTaskCancellationHandler {
            try await channel.writeAndFlush(part).get()
        } onCancel: {
            // A client that does not read would hold the task for ever; one that does gets what is under way.
            channel.eventLoop.scheduleTask(in: .seconds(1)) { [channel] in channel.close(promise: nil) }
        }
    }
}
