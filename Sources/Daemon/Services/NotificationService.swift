internal import Ingest
internal import Logging
internal import Model
internal import Posix
internal import ServiceLifecycle

/// Tells systemd, and who reads the log, that the daemon is ready, alive and stopping.
struct NotificationService: Service {
    let notifier: ServiceNotifier
    let works: Works
    let places: Places
    let environment: [String: String]
    let logger: Logger

    func run() async throws {
        let count = await works.sources.standings().count
        tell { () throws(SystemError) in try notifier.ready(status: "\(count) sources") }
        logger.notice(
            "ready",
            metadata: [
                "sources": "\(count)", "state": "\(places.state)", "socket": "\(places.socket)",
                OperatorEvent.key: "\(OperatorEvent.ready.rawValue)",
            ])
        for line in NextSteps(places: places, environment: environment).lines { logger.notice("\(line)") }
        await watch()
        tell { () throws(SystemError) in try notifier.stopping() }
        logger.notice("stopping")
    }

    /// Gives a sign of life at half the interval that systemd asks for, each through the frontier: a daemon whose heart is
    /// stuck gives none.
    private func watch() async {
        guard let interval = notifier.watchdogInterval else {
            do { try await gracefulShutdown() } catch {}
            return
        }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let counts = await works.frontier.counts()
                tell { () throws(SystemError) in
                    try notifier.watchdog()
                    try notifier.status("\(counts.due) due, \(counts.inFlight) in flight, \(counts.waiting) waiting")
                }
                do { try await Task.sleep(for: interval / 2) } catch { return }
            }
        }
    }

    private func tell(_ message: () throws(SystemError) -> Void) {
        do {
            try message()
        } catch {
            logger.warning("systemd was not told: \(error)")
        }
    }
}
