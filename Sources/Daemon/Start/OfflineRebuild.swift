internal import Catalog
package import Config
internal import ControlProtocol
internal import Ingest
package import Logging
internal import Posix

/// Makes the catalog anew from the reels while no daemon runs.
///
/// It holds the lock on the state directory. A catalog that cannot even be opened is set aside as `catalog.sqlite.damaged`, and
/// nothing of it is taken over.
package struct OfflineRebuild {
    private let places: Places
    private let configuration: Configuration
    private let logger: Logger

    /// Takes a configuration that was read from `path`.
    package init(configuration: Configuration, path: String, environment: [String: String], logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        places = Places(configurationPath: path, configuration: configuration, environment: environment)
    }

    /// Runs to the end; `tell` gets lines of ``RebuildProgress``. What it throws ends the work, and the old catalog stays.
    package func run(_ tell: ([UInt8]) throws -> Void) async throws {
        try expectReels()
        let lock = try StateLock(places)
        defer { withExtendedLifetime(lock) {} }
        try setAsideWhatIsNoCatalog()
        let stores = try Stores.open(places, configuration, logger)
        do {
            let last = try await CatalogRebuild(stores: stores).run { try tell(RebuildProgress(.progress, $0).line) }
            for lost in last.lost { logger.error("the old catalog is damaged, and without \(lost)") }
            try tell(RebuildProgress(.done, last).line)
        } catch {
            await stores.close()
            throw error
        }
        await stores.close()
    }

    /// A directory that is none of ours stays as it is.
    private func expectReels() throws {
        do {
            guard try Directory.names(in: places.state).contains("pages") else {
                throw DaemonError(.store, "\(places.state) has no reels: it has no directory pages")
            }
        } catch let error as SystemError {
            throw DaemonError(.stateDirectory, "\(places.state) cannot be read: \(error.reason)", cause: error)
        }
    }

    private func setAsideWhatIsNoCatalog() throws {
        do {
            try Catalog(path: places.catalog).close()
        } catch {
            logger.error("\(error)")
            let aside = places.catalog + ".damaged"
            try Directory.rename(places.catalog, to: aside)
            for end in ["-wal", "-shm", "-journal"] { try Directory.removeFile(places.catalog + end) }
            logger.warning("the old catalog was set aside as \(aside)")
        }
    }
}
