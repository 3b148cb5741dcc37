import Model
import Reel

/// One life of a reel on a bad disk: rounds of concurrent appends, each ended by a crash, with faults in between.
struct FaultSchedule {
    let seed: UInt64
    let reel: TestReel

    struct Outcome: CustomStringConvertible {
        var attempted = 0
        var acknowledged = 0
        var recovered = 0
        var injected = 0
        var crashes = 0
        var lost: [Int] = []
        var doubled: [Int] = []
        var moved: [Int] = []

        var description: String {
            "\(attempted) appended, \(acknowledged) acknowledged, \(recovered) recovered, \(injected) faults, \(crashes) crashes"
        }
    }

    func run() async throws -> Outcome {
        var generator = SeededGenerator(seed: seed)
        let disk = FaultyDisk(seed: generator.next())
        let options = ReelOptions(
            maximumSegmentBytes: .random(in: 300...6000, using: &generator),
            commitBytes: .random(in: 1...4000, using: &generator))
        var outcome = Outcome()
        var acknowledged: [Int: Offset] = [:]
        for _ in 0..<6 {
            let rate = Int.random(in: 0...120, using: &generator)
            disk.set(
                .init(write: rate, sync: rate, truncate: rate / 2, open: rate / 2),
                callsLeft: .random(in: 5...120, using: &generator))
            let numbers = outcome.attempted..<outcome.attempted + Int.random(in: 1...60, using: &generator)
            outcome.attempted = numbers.upperBound
            for (number, offset) in await appendAll(numbers, disk, options) { acknowledged[number] = offset }
            try disk.crash()
            outcome.crashes += 1
        }
        disk.set(.init())
        let (writer, _) = try reel.open(options, openSegment: disk.opener)
        await writer.close()
        outcome.acknowledged = acknowledged.count
        outcome.injected = disk.injected
        try compare(acknowledged, &outcome)
        return outcome
    }

    /// The offsets of the records that were acknowledged before the disk went.
    private func appendAll(_ numbers: Range<Int>, _ disk: FaultyDisk, _ options: ReelOptions) async -> [Int: Offset] {
        guard let writer = reopen(disk, options) else { return [:] }
        let offsets = await withTaskGroup(of: (Int, Offset?).self) { group in
            for number in numbers {
                group.addTask {
                    do { return (number, try await writer.append(record(number))) } catch { return (number, nil) }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        await writer.close()
        return offsets.compactMapValues { $0 }
    }

    private func reopen(_ disk: FaultyDisk, _ options: ReelOptions) -> ReelWriter? {
        do { return try reel.open(options, preamble: { Array("preamble".utf8) }, openSegment: disk.opener).0 } catch {
            return nil
        }
    }

    private func compare(_ acknowledged: [Int: Offset], _ outcome: inout Outcome) throws {
        var places: [[UInt8]: [Offset]] = [:]
        for record in try reel.read().records { places[record.bytes, default: []].append(record.offset) }
        for number in 0..<outcome.attempted {
            let offsets = places[record(number)] ?? []
            outcome.recovered += offsets.isEmpty ? 0 : 1
            if offsets.count > 1 { outcome.doubled.append(number) }
            guard let offset = acknowledged[number] else { continue }
            if offsets.isEmpty {
                outcome.lost.append(number)
            } else if offsets[0] != offset {
                outcome.moved.append(number)
            }
        }
    }

    private func record(_ number: Int) -> [UInt8] {
        var generator = SeededGenerator(seed: UInt64(number))
        return line(number) + (0..<number * 37 % 900).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}
