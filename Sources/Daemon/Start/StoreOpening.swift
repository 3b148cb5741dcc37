internal import Archive
internal import Catalog
internal import Config
internal import Ingest
internal import Logging
internal import Model
internal import Posix
internal import Reel

extension Stores {
    /// Opens the reels and the catalog; what recovery did is logged.
    static func open(_ places: Places, _ configuration: Configuration, _ logger: Logger) throws(DaemonError) -> Stores {
        do {
            let options = ReelOptions(configuration.reels)
            let agent = configuration.fetch.userAgent
            let pages = try open(.pages, places, options, logger) {
                WARCWriter.warcinfo(
                    [
                        ("software", "newsreeld \(Daemon.version)"), ("format", "WARC File Format 1.1"),
                        (
                            "conformsTo",
                            "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
                        ),
                        ("http-header-user-agent", agent),
                    ], date: SystemClocks().now())
            }
            return Stores(
                pages: pages, articles: try open(.articles, places, options, logger),
                fetches: try open(.fetches, places, options, logger), catalog: try Catalog(path: places.catalog))
        } catch {
            throw DaemonError(.store, "\(error)", cause: error)
        }
    }

    private static func open(
        _ name: ReelName, _ places: Places, _ options: ReelOptions, _ logger: Logger,
        preamble: (@Sendable () -> [UInt8])? = nil
    ) throws -> ReelWriter {
        let (writer, report) = try ReelWriter.open(
            .standard(name, in: places.state), options: options, preamble: preamble,
            onEvent: { event in log(event, name, logger) })
        if let torn = report.tornTail {
            logger.warning(
                "a torn tail was cut: \(torn)",
                metadata: metadata(name, .uncleanEnd).merging(["bytes": "\(torn.length)"]) { $1 })
        }
        for damage in report.damages {
            logger.error("damage: \(damage); see newsreel reel verify", metadata: metadata(name, .damaged))
        }
        return writer
    }

    private static func metadata(_ name: ReelName, _ event: OperatorEvent) -> Logger.Metadata {
        ["reel": "\(name)", OperatorEvent.key: "\(event.rawValue)"]
    }

    private static func log(_ event: ReelEvent, _ name: ReelName, _ logger: Logger) {
        let metadata: Logger.Metadata = ["reel": "\(name)"]
        switch event {
        case .segmentOpened(let path):
            logger.debug("a segment begins", metadata: metadata.merging(["path": "\(path)"]) { $1 })
        case .segmentSealed(let path, let size):
            logger.info(
                "a segment is closed", metadata: metadata.merging(["path": "\(path)", "bytes": "\(size)"]) { $1 })
        case .writeFailed(let path, let position, let error):
            logger.error(
                "writing \(path) failed at \(position): \(error.reason); a new segment takes over", metadata: metadata)
        case .noSpace(let path):
            logger.critical(
                "the disk is full at \(path): no page is taken until there is room",
                metadata: self.metadata(name, .diskShort))
        case .roomAgain: logger.notice("there is room again", metadata: self.metadata(name, .roomAgain))
        case .indexNotWritten(let path, let error):
            logger.warning(
                "the index of \(path) could not be written: \(error.reason); it is derived, nothing is lost",
                metadata: metadata)
        case .tailNotCut(let path, let error):
            logger.warning("bytes never acknowledged stay at the end of \(path): \(error.reason)", metadata: metadata)
        case .segmentEntered(let head):
            logger.info("the manifest goes on", metadata: metadata.merging(["chain": "\(head)"]) { $1 })
        case .manifestNotWritten(let error):
            logger.error("the manifest was not written: \(error); it is tried again", metadata: metadata)
        case .manifestBroken(let path, let line):
            logger.error(
                "the chain of \(path) does not hold from line \(line) on; see newsreel reel verify",
                metadata: self.metadata(name, .damaged))
        }
    }
}

extension ReelOptions {
    init(_ settings: ReelSettings) {
        self.init(
            maximumSegmentBytes: UInt64(settings.maximumSegmentBytes), maximumSegmentAge: settings.maximumSegmentAge,
            commitInterval: settings.commitInterval, commitBytes: settings.commitBytes)
    }
}
