import Catalog
import Foundation
import Model
import Testing

/// Blocks that share a transaction.
@Suite struct TransactionTests {
    private let file = TemporaryDatabase()
    private var path: String { file.path }

    private struct Refused: Error {}

    private func state(_ number: Int, version: Int = 0) -> URLState {
        var state = URLState(
            url: "http://a.example/\(number)", source: SourceID(rawValue: "a"),
            firstSeen: Timestamp(secondsSinceEpoch: 1_700_000_000))
        state.version = version
        return state
    }

    private func version(_ number: Int, _ catalog: Catalog) async throws -> Int? {
        try await catalog.read { try URLState.read("http://a.example/\(number)", $0)?.version }
    }

    @Test func whatReturnedIsThereForTheNextReader() async throws {
        let catalog = try Catalog(path: path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                let state = state(number, version: number)
                group.addTask {
                    try await catalog.writeGathered { try state.save($0) }
                    #expect(try await version(number, catalog) == number)
                }
            }
            try await group.waitForAll()
        }
        catalog.close()
        let reopened = try Catalog(path: path)
        for number in 0..<200 { #expect(try await version(number, reopened) == number) }
    }

    @Test func oneThatFailsTakesNobodyWithIt() async throws {
        let catalog = try Catalog(path: path, gathering: .milliseconds(50))
        let refused = await withTaskGroup(of: Int?.self) { group in
            for number in 0..<40 {
                let state = state(number)
                group.addTask {
                    do {
                        try await catalog.writeGathered { database in
                            try state.save(database)
                            if number % 8 == 3 { throw Refused() }
                        }
                        return nil
                    } catch {
                        return number
                    }
                }
            }
            return await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
        }
        #expect(refused == [3, 11, 19, 27, 35])
        for number in 0..<40 {
            #expect(try await version(number, catalog) == (refused.contains(number) ? nil : 0), "\(number)")
        }
    }

    @Test func oneThatCannotWaitTakesAllThatWaitWithIt() async throws {
        // An interval that the test does not live to see.
        let catalog = try Catalog(path: path, gathering: .seconds(3600))
        let gathered = Task { try await catalog.writeGathered { [first = state(1)] in try first.save($0) } }
        let isCommitted = Task { try await gathered.value }
        // Whether the patient one came before or after, a later one that cannot wait has it done.
        repeat {
            try await catalog.write { [second = state(2)] in try second.save($0) }
        } while try await version(1, catalog) == nil
        try await isCommitted.value
        #expect(try await version(2, catalog) == 0)
    }

    @Test func whatIsGatheredIsCommittedByItsNumberOrItsTime() async throws {
        let catalog = try Catalog(path: path, gathering: .milliseconds(20))
        // Fewer than are enough: the interval's end must commit them.
        for count in [1, 5, 300] {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<count {
                    let state = state(number, version: count)
                    group.addTask {
                        try await catalog.writeGathered { try state.save($0) }
                        #expect(try await version(number, catalog) == count)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func aLoneWriterDoesNotWaitForTheInterval() async throws {
        let catalog = try Catalog(path: path, gathering: .seconds(3600))
        for number in 0..<50 {
            let state = state(number)
            try await catalog.writeGathered { try state.save($0) }
        }
        #expect(try await version(49, catalog) == 0)
    }

    @Test func aClosedCatalogRefusesInsteadOfWaitingForEver() async throws {
        let catalog = try Catalog(path: path)
        catalog.close()
        await #expect(throws: CatalogError.self) {
            try await catalog.writeGathered { [first = state(1)] in try first.save($0) }
        }
        await #expect(throws: CatalogError.self) { _ = try await version(1, catalog) }
    }
}
