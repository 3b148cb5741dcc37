internal import Catalog
internal import Config
internal import Ingest
internal import Logging
internal import Model
internal import Reel
internal import ServiceLifecycle

/// Removes the segments of pages and fetches that the configuration keeps no longer: whole ones, oldest first.
///
/// Articles are kept for ever; those whose page went are as good as before, but for `show --html` and `--explain`. The log says how
/// many they are.
struct RetentionService: Service {
    let works: Works
    let reloader: Reloader

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await sweep()
                do { try await Task.sleep(for: .seconds(600)) } catch { return }
            }
        }
    }

    private func sweep() async {
        let retention = await reloader.current.retention
        await sweep(works.stores.pages, retention.pages)
        await sweep(works.stores.fetches, retention.fetches)
    }

    private func sweep(_ writer: ReelWriter, _ rule: RetentionRule) async {
        guard rule != RetentionRule() else { return }
        do {
            let oldest = rule.age.map { works.clock.now().advanced(by: .zero - $0) }
            let gone = try writer.retire(olderThan: oldest, maximumBytes: rule.size.map { UInt64($0) })
            for segment in gone {
                let words = try await removed(segment, writer)
                works.logger.notice("\(words)")
            }
        } catch {
            works.logger.error("old segments could not be removed: \(error)")
        }
    }

    /// What went, and what has no page any more.
    private func removed(_ summary: SegmentSummary, _ writer: ReelWriter) async throws -> String {
        let name = writer.location.name
        var words =
            "segment \(summary.segment.name) of \(name) was removed by its retention: \(summary.records) records"
        if let first = summary.firstTime, let last = summary.lastTime { words += " from \(first) to \(last)" }
        guard name == .pages, let first = summary.firstTime, let last = summary.lastTime else { return words }
        let count = try await works.stores.catalog.read { try ArticleEntry.count(from: first, to: last, $0) }
        return "\(words); \(count) articles fetched in that time have no show --html and no --explain any more"
    }
}
