internal import Logging
internal import Posix

/// Has systemd wait while the start goes on: with a lost catalog the whole of the reels is read before the daemon is ready, which may
/// take longer than the unit's TimeoutStartSec=.
struct StartPatience {
    let notifier: ServiceNotifier
    let logger: Logger

    /// How much longer than the last sign of life systemd is to wait; a sign comes three times as often.
    private static let time = Duration.seconds(60)

    /// Gives signs of life until the work is done.
    func during(_ work: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await work() }
            group.addTask {
                while !Task.isCancelled {
                    tell()
                    do { try await Task.sleep(for: StartPatience.time / 3) } catch { return }
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func tell() {
        do {
            try notifier.starting(status: "taking up what the last run left", within: StartPatience.time)
        } catch {
            logger.warning("systemd was not told: \(error)")
        }
    }
}
