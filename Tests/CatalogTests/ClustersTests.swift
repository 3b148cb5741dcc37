import Foundation
import GRDB
import Model
import Testing

@testable import Catalog

/// Texts that hang together, in whatever order they came.
@Suite final class ClustersTests {
    private let file = TemporaryDatabase()
    private let catalog: Catalog

    init() throws { catalog = try Catalog(path: file.path) }

    deinit { catalog.close() }

    private func hash(_ number: Int) -> ContentHash {
        ContentHash(digest: [UInt8(number & 0xFF)] + [UInt8](repeating: UInt8(number >> 8), count: 31))
    }

    private func rows() async throws -> [String] {
        try await catalog.read { database in
            try Row.fetchAll(database, sql: "SELECT hex(text_hash), hex(cluster) FROM clusters ORDER BY text_hash")
                .map(\.description)
        }
    }

    @Test func aTextWithoutNeighboursHasNoRow() async throws {
        let text = hash(7)
        let known = KnownClusters()
        try await catalog.write { try Clusters.link(text, to: [], known, $0) }
        try await catalog.write { try Clusters.link(text, to: [.text(text), .article(id: "nobody")], known, $0) }
        #expect(try await rows().isEmpty)
        #expect(try await catalog.read { try Clusters.cluster(of: text, $0) } == text)
    }

    @Test func whatJoinsTwoClustersMakesThemOne() async throws {
        let texts = (1...5).map { hash($0) }
        try await catalog.write { database in
            let known = KnownClusters()
            try Clusters.link(texts[2], to: [.text(texts[1])], known, database)
            try Clusters.link(texts[4], to: [.text(texts[3])], known, database)
            try Clusters.link(texts[0], to: [.text(texts[3]), .text(texts[2])], known, database)
        }
        for text in texts { #expect(try await catalog.read { try Clusters.cluster(of: text, $0) } == texts[0]) }
    }

    @Test func theSamePairsInAnyOrderGiveTheSameClusters() async throws {
        let seed = UInt64.random(in: 1...UInt64.max)
        var random = SeededNumbers(state: seed)
        for _ in 0..<12 {
            let pairs = (0..<30).map { _ in
                (Int.random(in: 0..<40, using: &random), Int.random(in: 0..<40, using: &random))
            }
            var expected: [String]?
            for _ in 0..<4 {
                let links = pairs.shuffled(using: &random).map { pair in
                    Bool.random(using: &random) ? (hash(pair.0), hash(pair.1)) : (hash(pair.1), hash(pair.0))
                }
                try await catalog.write { database in
                    try database.execute(sql: "DELETE FROM clusters")
                    let known = KnownClusters()
                    for (text, other) in links { try Clusters.link(text, to: [.text(other)], known, database) }
                }
                let found = try await rows()
                #expect(found == expected ?? found, "seed \(seed)")
                expected = found
            }
            #expect(expected == components(pairs), "seed \(seed)")
        }
    }

    @Test(arguments: [4, 1000]) func aTransactionThatIsUndoneLeavesNothingKnown(bound: Int) async throws {
        let seed = UInt64.random(in: 1...UInt64.max)
        var random = SeededNumbers(state: seed)
        let known = KnownClusters(maximumCount: bound)
        struct Undone: Error {}
        let texts = (0..<40).map { hash($0) }
        try await catalog.write { database in
            for (number, text) in texts.enumerated() {
                try database.execute(
                    sql: """
                        INSERT INTO articles (id, offset, url, source, fetched, text_hash, simhash, version)
                        VALUES (?, 0, '', '', 0, ?, 0, 1)
                        """, arguments: ["a\(number)", text.data])
            }
        }
        var kept: [(Int, Int)] = []
        for _ in 0..<60 {
            let pairs = (0..<3).map { _ in
                (Int.random(in: 0..<40, using: &random), Int.random(in: 0..<40, using: &random))
            }
            let links = pairs.map { pair -> (ContentHash, Clusters.Neighbour) in
                (texts[pair.0], Bool.random(using: &random) ? .text(texts[pair.1]) : .article(id: "a\(pair.1)"))
            }
            let isUndone = Bool.random(using: &random)
            do {
                try await catalog.write { database in
                    for (text, other) in links { try Clusters.link(text, to: [other], known, database) }
                    if isUndone { throw Undone() }
                }
                kept += pairs
            } catch {
                #expect(isUndone, "seed \(seed): \(error)")
            }
        }
        #expect(try await rows() == components(kept), "seed \(seed)")
    }

    /// The components by going through all pairs until nothing changes.
    private func components(_ pairs: [(Int, Int)]) -> [String] {
        let pairs = pairs.filter { $0.0 != $0.1 }
        var label = Dictionary(pairs.flatMap { [$0.0, $0.1] }.map { ($0, $0) }) { first, _ in first }
        func less(_ left: Int, _ right: Int) -> Bool { hash(left).bytes.lexicographicallyPrecedes(hash(right).bytes) }
        var changed = true
        while changed {
            changed = false
            for (one, other) in pairs {
                guard let left = label[one], let right = label[other], left != right else { continue }
                let lower = less(left, right) ? left : right
                (label[one], label[other], changed) = (lower, lower, true)
            }
        }
        func hex(_ number: Int) -> String { Hexadecimal.encode(hash(number).bytes).uppercased() }
        return label.sorted { less($0.key, $1.key) }.map {
            "[hex(text_hash):\"\(hex($0.key))\" hex(cluster):\"\(hex($0.value))\"]"
        }
    }
}

/// Random numbers that a seed repeats.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
