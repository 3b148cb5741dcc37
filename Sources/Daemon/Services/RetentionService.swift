internal import Catalog
internal import Config
internal import Ingest
internal import Logging
internal import Model
internal import Reel
internal import ServiceLifecycle

/// Removes the segments of pages and fetches that the configuration keeps no longer: whole ones, oldest first, each hour.
///
/// Articles are kept for ever; those whose page went are as good as before, but for `show --html` and `--explain`.
struct RetentionService: Service {
    let works: Works
    let reloader: Reloader

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await sweep()
                do { try await Task.sleep(for: .seconds(3600)) } catch { return }
            }
        }
    }

    private func sweep() async {
        let retention = await reloader.current.retention
        sweep(works.stores.pages, keeping: retention.pages)
        sweep(works.stores.fetches, keeping: retention.fetches)
    }

    private func sweep(_ writer: ReelWriter, keeping span: Duration?) {
        guard let span else { return }
        do {
            for gone in try writer.retire(olderThan: works.clock.now().advanced(by: .zero - span)) {
                works.logger.notice(
                    "a segment is past its time and was removed",
                    metadata: ["reel": "\(writer.location.name)", "segment": "\(gone.segment.name)"])
            }
        } catch {
            works.logger.error("old segments could not be removed: \(error)")
        }
    }
}
