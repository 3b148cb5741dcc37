import Foundation
import GRDB
import Model
import Testing

@testable import Catalog

@Suite struct NearRowTests {
    /// SQLite would rather go through all articles in the order that is asked for than sort those of three days.
    @Test func theLastDaysAreFoundByTheirIndex() async throws {
        let file = TemporaryDatabase()
        let catalog = try Catalog(path: file.path)
        let plan = try await catalog.read { database in
            try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + NearRow.articlesQuery, arguments: [0, 1])
                .map { row -> String in row["detail"] }
        }
        #expect(plan.first?.contains("INDEX articles_by_time") == true, "\(plan)")
        catalog.close()
    }
}
