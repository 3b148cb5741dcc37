import Foundation
import Model
import Posix
import Reel
import Testing

@Suite struct FaultTests {
    private let reel = TestReel()

    /// Opens with a disk whose first failing call is the n-th; records appended one after another.
    private func open(
        _ disk: FaultyDisk, _ log: EventLog, preamble: (@Sendable () -> [UInt8])? = nil
    ) throws -> ReelWriter {
        try reel.open(preamble: preamble, onEvent: { log.add($0) }, openSegment: disk.opener).0
    }

    @Test func afterAFailedSyncTheGroupIsInANewSegmentOnce() async throws {
        let disk = FaultyDisk(seed: 1)
        let log = EventLog()
        let writer = try open(disk, log, preamble: { line(0) })
        let first = try await writer.append(line(1))
        let sealedEnd = writer.end
        disk.set(.init(sync: 1000))
        await #expect(throws: ReelError.self) { try await writer.append(line(2)) }
        disk.set(.init())
        let third = try await writer.append(line(3))
        await writer.close()
        try disk.crash()
        let contents = try reel.read()
        #expect(contents.bytes == [line(0), line(1), line(0), line(3)])
        #expect(contents.damages.isEmpty)
        #expect(contents.records.map(\.offset).contains(first) && contents.records.map(\.offset).contains(third))
        #expect(try reel.segments().map(\.base) == [.zero, sealedEnd])
        #expect(log.all.contains { if case .writeFailed(_, sealedEnd.rawValue, _) = $0 { true } else { false } })
    }

    @Test func aSyncThatFailsOnceIsNotNoticedByTheAppender() async throws {
        let disk = FailingOnceDisk(failing: 2)
        let (writer, _) = try reel.open(openSegment: disk.opener)
        for number in 0..<4 { _ = try await writer.append(line(number)) }
        await writer.close()
        #expect(try reel.read().bytes == (0..<4).map { line($0) })
        #expect(try reel.segments().count == 2)
        #expect(disk.syncs == 5)
    }

    @Test func aFullDiskIsToldAndAppendingGoesOnWhenThereIsRoom() async throws {
        let disk = FullDisk()
        let log = EventLog()
        let (writer, _) = try reel.open(onEvent: { log.add($0) }, openSegment: disk.opener)
        _ = try await writer.append(line(1))
        disk.isFull = true
        for number in 2..<4 {
            let error = await #expect(throws: ReelError.self) { try await writer.append(line(number)) }
            #expect(error?.code == .noSpace)
        }
        disk.isFull = false
        _ = try await writer.append(line(4))
        await writer.close()
        #expect(try reel.read().bytes == [line(1), line(4)])
        #expect(try reel.segments().count == 1)
        #expect(log.all.filter { $0 == .roomAgain }.count == 1)
        #expect(log.all.filter { if case .noSpace = $0 { true } else { false } }.count == 1)
        #expect(try ReelVerifier(reel.location).verify().isClean)
    }

    @Test func aDiskFullFromTheStartIsNoEnd() async throws {
        let disk = FullDisk()
        disk.isFull = true
        let (writer, _) = try reel.open(openSegment: disk.opener)
        await #expect(throws: ReelError.self) { try await writer.append(line(1)) }
        disk.isFull = false
        #expect(try await writer.append(line(2)) == .zero)
        await writer.close()
        #expect(try reel.read().bytes == [line(2)])
    }

    /// Schedules of faults and crashes: acknowledged ⊆ recovered, at the same offset, and nothing twice.
    @Test(arguments: 0..<24)
    func acknowledgedRecordsSurviveEverySchedule(number: Int) async throws {
        let seed = UInt64.random(in: 0 ... .max)
        let outcome = try await FaultSchedule(seed: seed, reel: reel).run()
        #expect(outcome.lost.isEmpty, "seed \(seed): lost \(outcome.lost)")
        #expect(outcome.doubled.isEmpty, "seed \(seed): doubled \(outcome.doubled)")
        #expect(outcome.moved.isEmpty, "seed \(seed): moved \(outcome.moved)")
        let chain = try ChainVerifier(reel.location).verify()
        #expect(chain.holds && chain.pending == 0, "seed \(seed): \(chain)")
        print("schedule \(number), seed \(seed): \(outcome)")
    }
}
