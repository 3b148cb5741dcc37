internal import ControlServer
internal import ServiceLifecycle

/// Serves the control socket, and the figures over TCP where they are wanted, until the daemon stops.
struct ControlService: Service {
    let servers: [ControlServer]

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for server in servers { group.addTask { try await server.run() } }
                try await group.waitForAll()
            }
        }
    }
}
