internal import Config
internal import Ingest
internal import Logging
internal import Model
internal import Posix

extension DiskRoom {
    /// The low-water mark of the disk that has the state; each change stands in the log.
    convenience init(_ places: Places, _ settings: ReelSettings, _ logger: Logger) {
        let state = places.state
        self.init(
            minimumBytes: UInt64(settings.minimumFreeBytes),
            available: { () throws in try Directory.availableBytes(state) },
            tell: { isLow, free in
                if isLow {
                    logger.critical(
                        "the disk is low, \(free >> 20) MiB are free at \(state): no page is taken until there is room",
                        metadata: [OperatorEvent.key: "\(OperatorEvent.diskShort.rawValue)"])
                } else {
                    logger.notice(
                        "there is room again",
                        metadata: [
                            "free_mib": "\(free >> 20)", OperatorEvent.key: "\(OperatorEvent.roomAgain.rawValue)",
                        ])
                }
            })
    }
}
