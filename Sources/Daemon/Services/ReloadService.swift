internal import ControlProtocol
internal import ServiceLifecycle
internal import UnixSignals

/// Reads the configuration again at each SIGHUP.
struct ReloadService: Service {
    let reloader: Reloader

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            do {
                _ = try await reloader.reload(asked: "SIGHUP")
            } catch {
                // The reloader has logged each line; what was in force stays.
            }
        }
    }
}
