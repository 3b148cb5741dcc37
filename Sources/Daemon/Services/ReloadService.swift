internal import ControlProtocol
internal import ServiceLifecycle
internal import UnixSignals

/// Reads the configuration again at each SIGHUP.
struct ReloadService: Service {
    let reloader: Reloader
    /// Trapped since before the start: one that comes meanwhile is seen to afterwards, and does not end the process.
    let hangups: UnixSignalsSequence

    func run() async throws {
        for await _ in hangups.cancelOnGracefulShutdown() {
            do {
                _ = try await reloader.reload(asked: "SIGHUP")
            } catch {
                // The reloader has logged each line; what was in force stays.
            }
        }
    }
}
