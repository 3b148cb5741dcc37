import Catalog
import Foundation
import Model
import Reel

@testable import Ingest

/// Real reels and a real catalog in a directory that goes with them; they can be closed and opened again.
final class TestStores {
    let directory = FileManager.default.temporaryDirectory.appending(path: "ingest-\(UUID())").path
    private(set) var stores: Stores

    init() throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        stores = try TestStores.open(directory)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: directory) } catch { print(error) }
    }

    /// As after a restart.
    func reopen(losingCatalog: Bool = false) async throws {
        await stores.close()
        if losingCatalog {
            for name in try FileManager.default.contentsOfDirectory(atPath: directory) where name.hasPrefix("catalog") {
                try FileManager.default.removeItem(atPath: "\(directory)/\(name)")
            }
        }
        stores = try TestStores.open(directory)
    }

    /// The articles that the reel has, in its order.
    func articles() throws -> [Article] {
        try records(stores.articles).compactMap { StoredArticle.read($0.bytes)?.article }
    }

    func records(_ writer: ReelWriter) throws -> [ReelRecord] {
        let cursor = try ReelReader(writer.location).records(limit: writer.end)
        var records: [ReelRecord] = []
        while case .record(let record)? = try cursor.next() { records.append(record) }
        return records
    }

    private static func open(_ directory: String) throws -> Stores {
        func writer(_ name: ReelName) throws -> ReelWriter {
            try ReelWriter.open(.standard(name, in: directory), options: ReelOptions(commitInterval: .zero)).0
        }
        return Stores(
            pages: try writer(.pages), articles: try writer(.articles), fetches: try writer(.fetches),
            catalog: try Catalog(path: "\(directory)/catalog.sqlite"))
    }
}
