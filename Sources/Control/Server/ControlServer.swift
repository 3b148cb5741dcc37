internal import ControlProtocol
package import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Posix

/// Serves the control socket: HTTP/1.1 with JSON, for the clients that the kernel vouches for.
package final class ControlServer: Sendable {
    private typealias Client = (
        channel: NIOAsyncChannel<RawRequest, Connection.Part>, peer: Result<PeerCredentials, SystemError>
    )

    private let socket: ControlSocket
    private let router: Router
    private let limits: ConnectionLimits
    private let logger: Logger
    private let policy: AccessPolicy
    private let counter: ConnectionCounter

    package convenience init(
        socket: ControlSocket, router: Router, limits: ConnectionLimits = .init(), logger: Logger
    ) {
        self.init(socket: socket, router: router, limits: limits, logger: logger, policy: AccessPolicy())
    }

    init(socket: ControlSocket, router: Router, limits: ConnectionLimits, logger: Logger, policy: AccessPolicy) {
        self.socket = socket
        self.policy = policy
        self.router = router
        self.limits = limits
        self.logger = logger
        counter = ConnectionCounter(limits: limits)
    }

    /// Serves until the task is cancelled; then removes the socket's file, ends what is open, and returns. Runs once.
    package func run() async throws {
        guard let descriptor = socket.takeDescriptor() else {
            throw ControlServerError(.failed, socket.path, cause: nil)
        }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            try await serve(descriptor, on: group)
        } catch {
            socket.removeFile()
            try await group.shutdownGracefully()
            throw error
        }
        try await group.shutdownGracefully()
    }

    private func serve(_ descriptor: CInt, on group: MultiThreadedEventLoopGroup) async throws {
        let (limits, policy) = (limits, policy)
        let listener: NIOAsyncChannel<Client, Never> = try await ServerBootstrap(group: group)
            .bind(descriptor) { channel in
                channel.eventLoop.makeCompletedFuture { try ControlServer.configure(channel, limits, policy) }
            }
        try await withThrowingDiscardingTaskGroup { tasks in
            try await listener.executeThenClose { clients in
                defer { self.socket.removeFile() }
                do {
                    for try await client in clients {
                        tasks.addTask { await self.serve(client) }
                    }
                } catch is CancellationError {
                    // The ordinary end.
                }
            }
            tasks.cancelAll()
        }
    }

    private static func configure(
        _ channel: any Channel, _ limits: ConnectionLimits, _ policy: AccessPolicy
    ) throws -> Client {
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false, withErrorHandling: true)
        let peer = try pipeline.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { descriptor in
            Result { () throws(SystemError) in try PeerCredentials(socket: descriptor) }
        }
        let isAdministrator = if case .success(let peer)? = peer { policy.isAdministrator(peer) } else { false }
        try pipeline.addHandler(
            RequestAssembler(timeLimit: TimeAmount(limits.requestTimeLimit)) { head in
                let isImport = isAdministrator && head.uri.prefix { $0 != "?" } == Endpoint.importRecords.path
                return isImport ? limits.maximumImportBytes : limits.maximumBodyBytes
            })
        let requests = try NIOAsyncChannel<RawRequest, Connection.Part>(
            wrappingChannelSynchronously: channel,
            configuration: .init(backPressureStrategy: .init(lowWatermark: 1, highWatermark: 2)))
        return (requests, peer ?? .failure(SystemError("getsockopt SO_PEERCRED", code: 0)))
    }

    private func serve(_ client: Client) async {
        do {
            try await client.channel.executeThenClose { requests, _ in
                let peer = try client.peer.get()
                let connection = Connection(
                    channel: client.channel.channel, peer: peer, router: router, policy: policy, limits: limits,
                    logger: logger)
                let place = counter.enter(isAdministrator: policy.isAdministrator(peer))
                defer { counter.leave() }
                switch place {
                case .served: try await connection.whileOpen { try await connection.serve(requests) }
                case .refused: try await connection.refuse(requests)
                case .dropped: break
                }
            }
        } catch {
            // The client went away, or sent what is not HTTP: its own affair.
            logger.debug("control connection ended", metadata: ["error": "\(error)"])
        }
    }
}
