import Model
import Reel
import Synchronization
import Testing

@Suite struct ReelVerifierTests {
    private let reel = TestReel()

    @Test func aCleanReelIsCountedWhole() async throws {
        let lines = (0..<100).map { line($0, padding: $0) }
        try await reel.append(lines, ReelOptions(maximumSegmentBytes: 2000))
        let calls = Mutex<[VerifyProgress]>([])
        let report = try ReelVerifier(reel.location).verify { progress in
            calls.withLock { $0.append(progress) }
            return true
        }
        let segments = try reel.segments()
        #expect(report.isClean)
        #expect(report.records == 100 && report.segments == segments.count)
        #expect(report.uncompressedBytes == UInt64(lines.reduce(0) { $0 + $1.count }))
        #expect(report.compressedBytes == segments.reduce(0) { $0 + $1.size })
        let last = try #require(calls.withLock { $0.last })
        #expect(last.doneBytes == last.totalBytes && last.totalBytes == report.compressedBytes && last.records == 100)
    }

    @Test func eachDamageIsListedAndTheRestCounted() async throws {
        try await reel.append((0..<10).map { line($0) })
        let records = try reel.read().records
        var bytes = try reel.bytes()
        for number in [2, 5] { bytes[Int(records[number].nextOffset.rawValue) - 6] ^= 1 }
        bytes[Int(records[7].offset.rawValue) + 1] = 0
        try reel.replace(bytes)
        let report = try ReelVerifier(reel.location).verify()
        #expect(report.records == 7 && report.damageCount == 3 && !report.isClean)
        #expect(report.damages.map(\.offset) == [2, 5, 7].map { records[$0].offset })
        #expect(report.damages.map(\.cause) == [.checksumMismatch, .checksumMismatch, .badHeader])
    }

    @Test func aTornEndIsNotCleanButBehindTheLimitItIsNobodysBusiness() async throws {
        try await reel.append([line(1), line(2)])
        let second = try reel.read().records[1].offset
        try reel.replace(Array(try reel.bytes().dropLast(2)))
        let report = try ReelVerifier(reel.location).verify()
        #expect(report.tornEnd?.offset == second && report.damageCount == 0 && !report.isClean)
        let limited = try ReelVerifier(reel.location).verify(limit: second)
        #expect(limited.isClean && limited.records == 1)
    }
}
