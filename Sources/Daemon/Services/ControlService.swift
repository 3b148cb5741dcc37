internal import ControlServer
internal import ServiceLifecycle

/// Serves the control socket until the daemon stops.
struct ControlService: Service {
    let server: ControlServer

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await server.run() }
    }
}
