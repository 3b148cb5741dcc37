internal import ControlProtocol
internal import ControlServer
internal import Logging

extension Routes {
    func logLevel() -> LogLevelReport {
        let standing = log.standing
        return LogLevelReport(
            level: log.level.rawValue, configured: standing.configured.rawValue,
            secondsLeft: standing.left?.components.seconds)
    }

    /// Changes the level for a time, or until the next reload.
    func setLogLevel(_ request: ControlRequest) throws -> LogLevelReport {
        let order: LogLevelOrder = try request.value()
        guard let level = Logger.Level(rawValue: order.level) else {
            let levels = Logger.Level.allCases.map(\.rawValue)
            throw ErrorReport(
                .badRequest, "there is no level \(order.level); there are \(levels.joined(separator: ", "))")
        }
        if let seconds = order.seconds, !(1...LogLevelOrder.maximumSeconds).contains(seconds) {
            throw ErrorReport(.badRequest, "a level lasts from a second to a week, not \(seconds) s")
        }
        log.ask(level, for: order.seconds.map { .seconds($0) })
        return logLevel()
    }
}
