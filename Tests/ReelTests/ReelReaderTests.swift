import Foundation
import Model
import Posix
import Reel
import Testing

@Suite struct ReelReaderTests {
    private let reel = TestReel()
    private let reader: ReelReader
    private let small = ReelOptions(maximumSegmentBytes: 700)

    init() { reader = ReelReader(reel.location) }

    @Test func everyBitFlippedIsReportedOrHarmless() async throws {
        let lines = [line(1), line(2), line(3)]
        try await reel.append(lines)
        let whole = try reel.bytes()
        for bit in 0..<whole.count * 8 {
            var bytes = whole
            bytes[bit / 8] ^= 1 << (bit % 8)
            try reel.replace(bytes)
            let contents = try reel.read()
            let isReported = !contents.damages.isEmpty || contents.torn != nil
            #expect(isReported || contents.bytes == lines, "bit \(bit)")
            let survivors = contents.bytes.filter { lines.contains($0) }
            #expect(survivors.count == contents.records.count && survivors.count >= 2, "bit \(bit)")
            #expect(try ReelVerifier(reel.location).verify().isClean == !isReported, "bit \(bit)")
        }
    }

    @Test func everyTruncatedSealedSegmentNamesWhatIsMissing() async throws {
        let lines = (0..<4).map { line($0) }
        try await reel.append(lines, ReelOptions(maximumSegmentBytes: 150))
        let first = try reel.bytes()
        let ends = try reel.read().records.prefix(2).map { Int($0.nextOffset.rawValue) }
        for cut in 0..<first.count {
            try reel.replace(Array(first[..<cut]))
            let contents = try reel.read()
            let kept = ends.count { $0 <= cut }
            #expect(contents.bytes == Array(lines[..<kept]) + lines[2...])
            #expect(contents.damages.reduce(0) { $0 + $1.length } == UInt64(first.count - (kept == 0 ? 0 : ends[0])))
        }
    }

    @Test func aReelInsideADamagedRecordIsNotTakenForRecords() async throws {
        let inner = TestReel()
        try await inner.append([line(1), line(2)])
        var generator = SeededGenerator(seed: 3)
        let noise = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let trap = noise + (try inner.bytes()) + noise
        try await reel.append([trap, line(3)])
        var bytes = try reel.bytes()
        bytes[20] ^= 1
        try reel.replace(bytes)
        let contents = try reel.read()
        #expect(contents.bytes == [line(3)])
        #expect(contents.damages.map(\.cause) == [.badHeader])
        #expect(contents.damages.map(\.position) == [0])
    }

    /// The search goes on in stretches of a mebibyte: no header is missed where two of them meet.
    @Test func theNextRecordIsFoundWhereverTheSearchsStretchesMeet() async throws {
        var generator = SeededGenerator(seed: 5)
        let noise = (0..<(1 << 20) + 200).map { _ in UInt8.random(in: 0...255, using: &generator) }
        for length in stride(from: (1 << 20) - 150, through: (1 << 20) + 60, by: 3) {
            let reel = TestReel()
            let offsets = try await reel.append([Array(noise.prefix(length)), line(1)])
            var bytes = try reel.bytes()
            bytes[3] ^= 0xFF
            try reel.replace(bytes)
            let contents = try reel.read()
            #expect(contents.bytes == [line(1)] && contents.records.first?.offset == offsets[1], "length \(length)")
            #expect(contents.damages.map(\.length) == [offsets[1].rawValue])
        }
    }

    @Test func damageThatTouchesIsToldRecordByRecordAndTheRestIsRead() async throws {
        let offsets = try await reel.append((0..<6).map { line($0) })
        var bytes = try reel.bytes()
        for number in [0, 2, 3, 5] { bytes[Int(offsets[number].rawValue) + 36] ^= 0xFF }
        try reel.replace(bytes)
        let contents = try reel.read()
        #expect(contents.bytes == [line(1), line(4)])
        #expect(contents.damages.map(\.offset) == [0, 2, 3, 5].map { offsets[$0] })
    }

    @Test func anEmptySegmentBetweenTwoOthersIsMissingBytesAndNoEnd() async throws {
        try await reel.append((0..<6).map { line($0) }, ReelOptions(maximumSegmentBytes: 150))
        let segments = try reel.segments()
        try reel.replace([], segment: 1)
        let contents = try reel.read()
        #expect(contents.bytes == [0, 1, 4, 5].map { line($0) })
        #expect(contents.damages.map(\.cause) == [.missing] && contents.damages.map(\.length) == [segments[1].size])
        #expect(try ReelVerifier(reel.location).verify().damages == contents.damages)
    }

    @Test func aMemberThatWasMovedIsDamage() async throws {
        try await reel.append([line(1), line(2)])
        let bytes = try reel.bytes()
        let second = Int(try reel.read().records[1].offset.rawValue)
        try reel.replace(Array(bytes[second...]) + Array(bytes[..<second]))
        #expect(try reel.read().records.isEmpty)
    }

    @Test func damageSaysWhereAndWhy() async throws {
        try await reel.append((0..<4).map { line($0) }, ReelOptions(maximumSegmentBytes: 150))
        let segment = try reel.segments()[1]
        var bytes = try reel.bytes(of: 1)
        bytes[40] ^= 0x10
        try reel.replace(bytes, segment: 1)
        let damage = try #require(try reel.read().damages.first)
        #expect(damage.segment == segment.name && damage.position == 0 && damage.offset == segment.base)
        #expect(damage.cause == .checksumMismatch || damage.cause == .badDeflate)
        #expect(damage.description.hasPrefix("reel articles, segment \(segment.name), position 0: "))
    }

    @Test func skippingByHeadersEqualsReading() async throws {
        let lines = (0..<40).map { line($0) }
        try await reel.append(lines, small)
        let cursor = try reader.records()
        #expect(try cursor.skip(25) == 25)
        #expect(try cursor.next() == .record(try reel.read().records[25]))
        #expect(try cursor.skip(100) == 14)
        #expect(try cursor.next() == nil)
    }

    @Test func readingFromEachOffsetBeginsWithItsRecord() async throws {
        try await reel.append((0..<30).map { line($0) }, small)
        let records = try reel.read().records
        for (index, record) in records.enumerated() {
            #expect(try reel.read(from: record.offset).records == Array(records[index...]))
            #expect(try reader.record(at: record.offset) == .record(record))
        }
        let end = try #require(records.last?.nextOffset)
        #expect(try reel.read(from: end).records.isEmpty)
        #expect(try reader.record(at: end) == nil)
    }

    @Test func anOffsetInsideARecordIsDamageUpToTheNext() async throws {
        let offsets = try await reel.append([line(1), line(2)])
        let contents = try reel.read(from: Offset(rawValue: 3))
        #expect(contents.bytes == [line(2)])
        #expect(contents.damages.map(\.length) == [offsets[1].rawValue - 3])
    }

    @Test func theLastRecordsAreFoundFromTheEnd() async throws {
        let lines = (0..<40).map { line($0) }
        try await reel.append(lines, small)
        for count in [1, 2, 7, 39, 40] {
            let start = try reader.offset(ofLast: count)
            #expect(try reel.read(from: start).bytes == Array(lines.suffix(count)))
        }
        #expect(try reader.offset(ofLast: 1000) == .zero)
        #expect(try reader.offset(ofLast: 0) == reader.end())
        let before = try reel.read().records[30].offset
        #expect(try reader.offset(ofLast: 5, before: before) == reel.read().records[25].offset)
    }

    @Test func theLastRecordsOfALongSegmentAreFoundInSteps() async throws {
        var generator = SeededGenerator(seed: 4)
        let noise = (0..<30).map { _ in (0..<50_000).map { _ in UInt8.random(in: 0...255, using: &generator) } }
        try await reel.append(noise)
        #expect(try reel.read(from: reader.offset(ofLast: 12)).bytes == Array(noise.suffix(12)))
    }

    @Test func aCursorAtTheEndGoesOnWhenTheReelGrows() async throws {
        let (writer, _) = try reel.open(small)
        let cursor = try reader.records()
        #expect(try cursor.next() == nil)
        for number in 0..<40 {
            _ = try await writer.append(line(number))
            guard case .record(let record) = try cursor.next() else { throw ReelError(.closed, reel: "", path: "") }
            #expect(record.bytes == line(number))
            #expect(try cursor.next() == nil)
        }
        await writer.close()
    }

    @Test func nothingBehindTheLimitIsRead() async throws {
        try await reel.append((0..<20).map { line($0) }, small)
        let records = try reel.read().records
        let cursor = try reader.records(limit: records[7].offset)
        #expect(try cursor.skip(100) == 7)
        cursor.limit = records[9].offset
        #expect(try cursor.skip(100) == 2)
        cursor.limit = nil
        #expect(try cursor.skip(100) == 11)
    }

    @Test func aHalfWrittenMemberIsWaitedFor() async throws {
        try await reel.append([line(1), line(2)])
        let whole = try reel.bytes()
        try reel.replace(Array(whole[..<(whole.count - 3)]))
        let cursor = try reader.records()
        #expect(try cursor.skip(5) == 1)
        #expect(cursor.tornEnd?.cause == .cutShort)
        try reel.replace(whole)
        guard case .record(let record) = try cursor.next() else { throw ReelError(.closed, reel: "", path: "") }
        #expect(record.bytes == line(2) && cursor.tornEnd == nil)
    }

    @Test func recordsAreFoundByTimeWithAndWithoutIndexes() async throws {
        let clock = TestClock()
        let (writer, _) = try reel.open(small, clock: clock)
        for number in 0..<60 {
            _ = try await writer.append(line(number))
            clock.advance(by: .seconds(10))
        }
        await writer.close()
        let records = try reel.read().records
        func check() throws {
            for number in stride(from: 0, to: 60, by: 7) {
                let time = Timestamp(secondsSinceEpoch: 1_700_000_000 + Int64(number) * 10 - 3)
                #expect(try reader.offset(from: time) == records[number].offset)
            }
            #expect(try reader.offset(from: Timestamp(secondsSinceEpoch: 1_800_000_000)) == reader.end())
        }
        try check()
        let indexes = try FileManager.default.contentsOfDirectory(atPath: reel.location.directory)
            .filter { $0.hasSuffix(".index") }
        #expect(indexes.count == (try reel.segments().count) - 1)
        for (number, name) in indexes.enumerated() {
            let path = reel.location.directory + "/" + name
            if number.isMultiple(of: 2) {
                try FileManager.default.removeItem(atPath: path)
            } else {
                try Data("newsreel segment index 1\n9 9 9\n0 0\ncrc32 00000000\n".utf8).write(to: URL(filePath: path))
            }
        }
        try check()
    }

    @Test func aReelWithoutSegmentsIsEmpty() async throws {
        let (writer, report) = try reel.open()
        #expect(report.segments == 0 && report.end == .zero && report.tornTail == nil)
        #expect(try reader.records().next() == nil)
        #expect(try reader.end() == .zero)
        #expect(try reader.offset(ofLast: 3) == .zero)
        #expect(try ReelVerifier(reel.location).verify().segments == 0)
        await writer.close()
    }

    @Test func aReelThatIsNotThereIsAnError() throws {
        let error = #expect(throws: ReelError.self) { try reader.records() }
        #expect(error?.code == .openFailed)
        #expect(error?.underlying?.reason == "No such file or directory")
    }
}
