import Foundation

/// The place of a database, which goes with it.
final class TemporaryDatabase: Sendable {
    let path = FileManager.default.temporaryDirectory.appending(path: "catalog-\(UUID()).sqlite").path

    deinit { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
}
