internal import Fetch
internal import Ingest
internal import ServiceLifecycle

/// Takes in the news until the daemon stops; fetches under way then get some seconds, and are made by the next run if that is too short.
struct DispatchService: Service {
    let works: Works

    private static let patience = Duration.seconds(3)

    func run() async throws {
        await withTaskGroup { group in
            group.addTask {
                await withGracefulShutdownHandler {
                    async let taken: Void = works.takeUpFrontier()
                    await works.dispatcher.run()
                    await taken
                } onGracefulShutdown: {
                    Task { await works.frontier.stop() }
                }
            }
            group.addTask {
                do {
                    try await gracefulShutdown()
                    try await Task.sleep(for: DispatchService.patience)
                } catch {}
                // Ends what is in flight as cancelled; its entries stay in the frontier.
                await works.fetcher.shutDown()
            }
            await group.next()
            group.cancelAll()
        }
        await works.triggers.close()
    }
}
