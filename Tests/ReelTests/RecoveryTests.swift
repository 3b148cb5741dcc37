import Foundation
import Model
import Reel
import Testing

@Suite struct RecoveryTests {
    private let reel = TestReel()

    @Test func everyTruncationPointKeepsTheWholeRecordsBeforeIt() async throws {
        let lines: [[UInt8]] = [[0x61], [0x62]]
        try await reel.append(lines)
        let whole = try reel.bytes()
        let ends = try reel.read().records.map { Int($0.nextOffset.rawValue) }
        for cut in 0...whole.count {
            try reel.replace(Array(whole[..<cut]))
            let kept = ends.count { $0 <= cut }
            let keptBytes = kept == 0 ? 0 : ends[kept - 1]
            let (writer, report) = try reel.open()
            #expect(report.recordsInLastSegment == UInt64(kept))
            #expect(report.tornTail?.length ?? 0 == UInt64(cut - keptBytes))
            #expect(report.hadEmptyLastSegment == (kept == 0))
            _ = try await writer.append(line(99))
            await writer.close()
            let contents = try reel.read()
            #expect(contents.bytes == Array(lines[..<kept]) + [line(99)])
            #expect(contents.damages.isEmpty && contents.torn == nil)
        }
    }

    @Test func aTornTailOfZerosIsCut() async throws {
        try await reel.append([line(1)])
        let whole = try reel.bytes()
        try reel.replace(whole + [UInt8](repeating: 0, count: 5000))
        let (writer, report) = try reel.open()
        await writer.close()
        #expect(report.tornTail?.length == 5000)
        #expect(report.tornTail?.position == UInt64(whole.count))
        #expect(report.tornTail?.cause == .badHeader)
        #expect(try reel.bytes() == whole)
    }

    @Test func aTailWithGoodHeadersAndTornContentsIsCut() async throws {
        try await reel.append([line(1), line(2), line(3)])
        var bytes = try reel.bytes()
        let records = try reel.read().records
        for record in records[1...] {
            for index in 34..<40 { bytes[Int(record.offset.rawValue) + index] = 0 }
        }
        try reel.replace(bytes)
        let (writer, report) = try reel.open()
        await writer.close()
        #expect(report.recordsInLastSegment == 1)
        #expect(report.tornTail?.offset == records[1].offset)
        #expect(try reel.read().bytes == [line(1)])
    }

    @Test func damageBeforeGoodRecordsIsReportedAndLeft() async throws {
        try await reel.append([line(1), line(2), line(3)])
        var bytes = try reel.bytes()
        let records = try reel.read().records
        bytes[Int(records[1].offset.rawValue)] ^= 0xFF
        try reel.replace(bytes)
        let (writer, report) = try reel.open()
        _ = try await writer.append(line(4))
        await writer.close()
        #expect(report.tornTail == nil)
        #expect(report.damages.map(\.offset) == [records[1].offset])
        let contents = try reel.read()
        #expect(contents.bytes == [line(1), line(3), line(4)])
        #expect(contents.damages == report.damages)
    }

    @Test func aSegmentOfZerosInTheMiddleIsDamageAndTheRestIsRead() async throws {
        try await reel.append((0..<6).map { line($0) }, ReelOptions(maximumSegmentBytes: 150))
        let segments = try reel.segments()
        #expect(segments.count == 3)
        try reel.replace([UInt8](repeating: 0, count: Int(segments[1].size)), segment: 1)
        let contents = try reel.read()
        #expect(contents.bytes == [0, 1, 4, 5].map { line($0) })
        #expect(contents.damages.map(\.length) == [segments[1].size])
        #expect(contents.damages.map(\.segment) == [segments[1].name])
        let (writer, report) = try reel.open()
        await writer.close()
        #expect(report.end == segments[2].end)
    }

    @Test func aLastSegmentOfZerosIsEmptied() async throws {
        try await reel.append((0..<4).map { line($0) }, ReelOptions(maximumSegmentBytes: 150))
        let segments = try reel.segments()
        try reel.replace([UInt8](repeating: 0, count: 9000), segment: 1)
        let (writer, report) = try reel.open()
        #expect(report.tornTail?.length == 9000)
        #expect(report.hadEmptyLastSegment)
        #expect(try await writer.append(line(7)) == segments[1].base)
        await writer.close()
        #expect(try reel.read().bytes == [0, 1, 7].map { line($0) })
    }

    @Test func anEmptyLastSegmentIsUsedAndGetsItsPreamble() async throws {
        try await reel.append([line(1)])
        let base = try reel.segments()[0].end
        #expect(FileManager.default.createFile(atPath: reel.location.path(of: base), contents: nil))
        let (writer, report) = try reel.open(preamble: { line(0) })
        #expect(report.hadEmptyLastSegment && report.segments == 2 && report.end == base)
        _ = try await writer.append(line(2))
        await writer.close()
        #expect(try reel.read().bytes == [line(1), line(0), line(2)])
        #expect(try reel.segments().count == 2)
    }

    @Test func aMissingMiddleSegmentIsReportedByRecoveryReaderAndVerifier() async throws {
        try await reel.append((0..<6).map { line($0) }, ReelOptions(maximumSegmentBytes: 150))
        let segments = try reel.segments()
        try FileManager.default.removeItem(atPath: segments[1].path)
        let (writer, report) = try reel.open()
        await writer.close()
        let contents = try reel.read()
        #expect(contents.bytes == [0, 1, 4, 5].map { line($0) })
        #expect(contents.damages.map(\.cause) == [.missing])
        #expect(contents.damages.map(\.offset) == [segments[1].base])
        #expect(contents.damages.map(\.length) == [segments[1].size])
        #expect(report.damages == contents.damages)
        #expect(try ReelVerifier(reel.location).verify().damages == contents.damages)
    }

    @Test func missingOldestSegmentsAreRetentionAndNoDamage() async throws {
        try await reel.append((0..<6).map { line($0) }, ReelOptions(maximumSegmentBytes: 150))
        try FileManager.default.removeItem(atPath: try reel.segments()[0].path)
        let (writer, report) = try reel.open()
        await writer.close()
        #expect(report.damages.isEmpty)
        #expect(try reel.read().bytes == (2..<6).map { line($0) })
        #expect(try ReelVerifier(reel.location).verify().isClean)
    }

    @Test func aSealedSegmentStaysSealed() async throws {
        let (writer, _) = try reel.open()
        _ = try await writer.append(line(1))
        let end = try await writer.rotate()
        await writer.close()
        try await reel.append([line(2)])
        #expect(try reel.segments().map(\.base) == [.zero, end])
        #expect(try reel.read().bytes == [line(1), line(2)])
    }

    @Test func filesOfOtherNamesAreLeftAlone() async throws {
        try await reel.append([line(1)])
        for name in ["notes.txt", "123.jsonl.gz", "0000000000000000000x.jsonl.gz", "00000000000000000000.warc.gz"] {
            #expect(
                FileManager.default.createFile(atPath: reel.location.directory + "/" + name, contents: Data([1, 2, 3])))
        }
        #expect(try reel.segments().count == 1)
        let (writer, report) = try reel.open()
        await writer.close()
        #expect(report.segments == 1 && report.tornTail == nil)
    }
}
