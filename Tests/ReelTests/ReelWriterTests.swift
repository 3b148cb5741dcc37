import Foundation
import Model
import Posix
import Reel
import Testing

@Suite struct ReelWriterTests {
    private let reel = TestReel()

    @Test func recordsComeBackInOrderWithTheirOffsets() async throws {
        let lines = (0..<50).map { line($0, padding: $0 * 7) }
        let offsets = try await reel.append(lines)
        let contents = try reel.read()
        #expect(contents.bytes == lines)
        #expect(contents.records.map(\.offset) == offsets)
        #expect(contents.damages.isEmpty && contents.torn == nil)
        #expect(zip(contents.records, contents.records.dropFirst()).allSatisfy { $0.nextOffset == $1.offset })
    }

    @Test func anyGzipReaderReadsASegment() async throws {
        let lines = (0..<20).map { line($0) } + [[], [UInt8](repeating: 0, count: 300_000)]
        try await reel.append(lines)
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/bin/zcat")
        process.arguments = [try reel.segments()[0].path]
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(output.map { Array($0) } == lines.flatMap { $0 })
    }

    @Test func manyAppendersAtOnceLoseAndDoubleNothing() async throws {
        let (writer, _) = try reel.open(ReelOptions(maximumSegmentBytes: 20_000))
        let acknowledged = try await withThrowingTaskGroup(of: (Int, Offset).self) { group in
            for number in 0..<1000 {
                group.addTask { (number, try await writer.append(line(number, padding: number % 97))) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        let end = writer.end
        await writer.close()
        let contents = try reel.read()
        let offsets = Dictionary(uniqueKeysWithValues: contents.records.map { ($0.bytes, $0.offset) })
        #expect(offsets.count == 1000)
        for (number, offset) in acknowledged { #expect(offsets[line(number, padding: number % 97)] == offset) }
        #expect(contents.records.last?.nextOffset == end)
        #expect(try reel.segments().count > 1)
    }

    @Test func bytesThatDoNotCompressAreKept() async throws {
        var generator = SeededGenerator(seed: 1)
        let noise = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try await reel.append([noise, [7]])
        #expect(try reel.read().bytes == [noise, [7]])
        #expect(try ReelVerifier(reel.location).verify().isClean)
    }

    @Test func anEmptyRecordIsARecord() async throws {
        try await reel.append([[], line(1), []])
        #expect(try ReelVerifier(reel.location).verify().records == 3)
        #expect(try reel.read().bytes == [[], line(1), []])
    }

    @Test func appendingGoesOnAfterReopening() async throws {
        let first = try await reel.append([line(1), line(2)])
        let (writer, report) = try reel.open()
        #expect(report.recordsInLastSegment == 2)
        #expect(report.tornTail == nil && report.damages.isEmpty && report.end == writer.end)
        let third = try await writer.append(line(3))
        await writer.close()
        #expect(try reel.read().records.map(\.offset) == first + [third])
        #expect(try reel.segments().count == 1)
    }

    @Test func aRecordAtTheExactBorderStaysAndTheNextOpensASegment() async throws {
        try await reel.append([line(1)])
        let length = UInt64(try reel.bytes().count)
        let other = TestReel()
        let (writer, _) = try other.open(ReelOptions(maximumSegmentBytes: 2 * length))
        for _ in 0..<3 { _ = try await writer.append(line(1)) }
        await writer.close()
        let segments = try other.segments()
        #expect(segments.map(\.size) == [2 * length, length])
        #expect(segments.map(\.base.rawValue) == [0, 2 * length])
        #expect(
            segments[1].name == String(repeating: "0", count: 20 - String(2 * length).count) + "\(2 * length).jsonl.gz")
        #expect(try other.read().records.count == 3)
    }

    @Test func aRecordLargerThanASegmentHasOneToItself() async throws {
        var generator = SeededGenerator(seed: 2)
        let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try await reel.append([line(1), noise, line(2)], ReelOptions(maximumSegmentBytes: 1000))
        #expect(try reel.segments().count == 3)
        #expect(try reel.read().bytes == [line(1), noise, line(2)])
    }

    @Test func anOldSegmentIsSealedByTheNextRecord() async throws {
        let clock = TestClock()
        let (writer, _) = try reel.open(ReelOptions(maximumSegmentAge: .seconds(3600)), clock: clock)
        _ = try await writer.append(line(1))
        clock.advance(by: .seconds(3599))
        _ = try await writer.append(line(2))
        clock.advance(by: .seconds(1))
        _ = try await writer.append(line(3))
        await writer.close()
        #expect(try reel.segments().count == 2)
        #expect(try reel.read().records.map(\.time.secondsSinceEpoch) == [1_700_000_000, 1_700_003_599, 1_700_003_600])
    }

    @Test func eachSegmentBeginsWithThePreamble() async throws {
        let preamble = Array("opens the segment\n".utf8)
        let (writer, _) = try reel.open(preamble: { preamble })
        _ = try await writer.append(line(1))
        let end = try await writer.rotate()
        #expect(try await writer.rotate() == end)
        _ = try await writer.append(line(2))
        await writer.close()
        #expect(try reel.read().bytes == [preamble, line(1), preamble, line(2)])
        #expect(try reel.segments().map(\.base) == [.zero, end])
    }

    @Test func aRecordTooLongForTheFormatIsRefused() async throws {
        let (writer, _) = try reel.open()
        let length = 1 << 32
        // Never touched, so it takes no memory.
        let record = [UInt8](unsafeUninitializedCapacity: length) { _, count in count = length }
        await #expect(
            throws: ReelError(.recordTooLarge(bytes: length), reel: "articles", path: reel.location.directory)
        ) {
            try await writer.append(record)
        }
        await writer.close()
    }

    @Test func aClosedWriterRefuses() async throws {
        let (writer, _) = try reel.open()
        await writer.close()
        await writer.close()
        await #expect(throws: ReelError(.closed, reel: "articles", path: reel.location.directory)) {
            try await writer.append(line(1))
        }
        await #expect(throws: ReelError.self) { try await writer.rotate() }
    }

    @Test func followersHearOfTheNewEnd() async throws {
        let (writer, _) = try reel.open()
        var ends = writer.ends().makeAsyncIterator()
        #expect(await ends.next() == .zero)
        _ = try await writer.append(line(1))
        #expect(await ends.next() == writer.end)
        await writer.close()
        #expect(await ends.next() == nil)
    }

    @Test func aDirectoryThatCannotBeMadeIsNamed() throws {
        let location = ReelLocation(name: .articles, directory: "/proc/no/such", suffix: "jsonl.gz")
        let error = #expect(throws: ReelError.self) { try ReelWriter.open(location) }
        #expect(error?.code == .openFailed)
        #expect(error?.description.contains("reel articles, /proc/no/such: cannot open") == true)
    }
}
