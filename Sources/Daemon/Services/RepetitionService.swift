internal import ServiceLifecycle

/// Has the log tell what it held back, when nothing else is logged that would.
struct RepetitionService: Service {
    let log: DaemonLog

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await Task.sleep(for: Repetitions.time / 2) } catch { return }
                log.tellRepetitions()
            }
        }
    }
}
