package import Model
package import Posix

/// Gets pages over HTTP with libcurl, on a thread of its own.
///
/// Any number of tasks may fetch at once; `maximumConcurrency` transfers run, the others wait their turn. Nothing here blocks
/// the cooperative pool. Connections and resolved names are kept from one request to the next.
package final class Fetcher: Sendable {
    private let configuration: FetchConfiguration
    private let standardHeaders: RequestHeaders
    private let clock: any WallClock
    private let thread: TransferThread

    /// Starts the transfer thread.
    package init(
        _ configuration: FetchConfiguration = FetchConfiguration(), clock: any WallClock = SystemWallClock()
    ) throws(FetchError) {
        self.configuration = configuration
        standardHeaders = RequestHeaders(configuration)
        self.clock = clock
        thread = try TransferThread(configuration)
    }

    /// Ends every fetch with `shutDown`, closes all connections, and returns once the thread is gone.
    package func shutDown() async {
        await thread.stop()
    }

    /// Gets one page, redirects included.
    ///
    /// Never throws: whatever goes wrong is a value. Cancelling the task ends the transfer with `cancelled`.
    ///
    /// - Parameter isAdmitted: asked before a redirect is followed; where it says no the fetch ends as `notAdmitted`.
    package func fetch(
        _ request: FetchRequest, admitting isAdmitted: (@Sendable (WebURL) async -> Bool)? = nil
    ) async -> FetchResult {
        var progress = FetchProgress(request, configuration, standardHeaders)
        while true {
            if let refusal = progress.refusal(now: clock.now()) { return refusal }
            let outcome = await perform(progress.order)
            if let result = progress.take(outcome, now: clock.now()) { return result }
            if let isAdmitted, await !isAdmitted(progress.url) { return progress.refused(outcome, now: clock.now()) }
        }
    }

    /// Has one hop carried out by the thread.
    private func perform(_ order: HopOrder) async -> HopOutcome {
        let mailbox = thread.mailbox
        let id = mailbox.makeID()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard mailbox.push(.start(id, order, continuation)) else {
                    return continuation.resume(returning: .notStarted(.shutDown))
                }
                // The handler may have run before there was anything to cancel.
                if Task.isCancelled { mailbox.cancel(id) }
            }
        } onCancel: {
            mailbox.cancel(id)
        }
    }
}
