internal import Ingest
internal import ServiceLifecycle

/// Holds the stores open until all others have ended, then closes them.
struct StoreService: Service {
    let works: Works

    func run() async throws {
        do { try await gracefulShutdown() } catch is CancellationError {}
        await works.stores.close()
    }
}
