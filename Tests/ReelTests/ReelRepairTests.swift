import Foundation
import Glibc
import Model
import Testing

@testable import Reel

@Suite struct ReelRepairTests {
    private let reel = TestReel()

    private var segment: URL {
        URL(fileURLWithPath: reel.location.path(of: .zero))
    }

    private func line(_ number: Int) -> [UInt8] {
        // Digits that do not repeat, so that no member is too short to be filled.
        let noise = (1...40).map { String(UInt64(number * 41 + $0) &* 0x9E37_79B9_7F4A_7C15) }.joined(separator: " ")
        return Array("record \(number) \(noise)\n".utf8)
    }

    private func damage(_ position: Int, _ bytes: [UInt8]) throws {
        var content = [UInt8](try Data(contentsOf: segment))
        content.replaceSubrange(position..<position + bytes.count, with: bytes)
        try Data(content).write(to: segment)
    }

    private func repair(isTrial: Bool = false) throws -> [RepairStep] {
        try ReelRepair(reel.location, clock: TestClock()).run(isTrial: isTrial)
    }

    private func gzip() throws -> (status: Int32, output: [UInt8]) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-dc", segment.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    @Test func aDamagedRecordIsFilledAndItsBytesAreSetAside() async throws {
        let offsets = try await reel.append((0..<9).map(line))
        defer { try? FileManager.default.removeItem(atPath: reel.location.directory + ".aside") }
        let before = [UInt8](try Data(contentsOf: segment))
        let position = Int(offsets[4].rawValue)
        try damage(position + 40, [1, 2, 3, 4])
        #expect(try gzip().status != 0)
        let damaged = [UInt8](try Data(contentsOf: segment))

        let trial = try repair(isTrial: true)
        #expect([UInt8](try Data(contentsOf: segment)) == damaged, "a trial changes nothing")
        let steps = try repair()
        #expect(steps == trial)
        #expect(steps.map(\.action) == [.filled])
        let step = try #require(steps.first)
        let aside = try #require(step.aside)
        #expect(
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: aside)))
                == Array(damaged[position..<Int(offsets[5].rawValue)]))

        let contents = try reel.read()
        #expect(contents.damages == [] && contents.records.map(\.offset) == offsets.filter { $0 != offsets[4] })
        #expect(try ReelVerifier(reel.location).verify().isClean)
        #expect(try ReelVerifier(reel.location).verify().records == 8)
        #expect([UInt8](try Data(contentsOf: segment)).count == before.count)
        let unpacked = try gzip()
        #expect(unpacked.status == 0 && unpacked.output == [0, 1, 2, 3, 5, 6, 7, 8].flatMap(line))
        #expect(try repair() == [])
    }

    @Test func everyLengthThatIsLongEnoughCanBeFilled() throws {
        for length in Array(42...130) + [
            1000, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, (1 << 20) + 66, 3_000_001,
        ] {
            let bytes = try #require(Filling.members(length: UInt64(length), at: Offset(rawValue: 5)))
            #expect(bytes.count == length)
            let inflated = try #require(Gunzip.members(bytes, maximumBytes: 100))
            #expect(inflated.bytes.isEmpty && inflated.isWhole)
        }
        #expect(Filling.members(length: 41, at: .zero) == nil)
    }

    @Test func theShortestRecordsAreFilledToo() async throws {
        let lines = (0..<12).map { [UInt8](repeating: 0x61, count: $0 * 2 + 1) }
        let offsets = try await reel.append(lines)
        defer { try? FileManager.default.removeItem(atPath: reel.location.directory + ".aside") }
        let whole = [UInt8](try Data(contentsOf: segment))
        for number in 0..<11 {
            try Data(whole).write(to: segment)
            try damage(Int(offsets[number].rawValue) + 34, [0xFF, 0xFF, 0xFF])
            let steps = try repair()
            #expect(steps.map(\.action) == [.filled] && (steps.first?.damage.length ?? 0) < 70)
            let kept = lines.indices.filter { $0 != number }.map { lines[$0] }
            #expect(try reel.read().bytes == kept && reel.read().damages == [])
            let unpacked = try gzip()
            #expect(unpacked.status == 0 && unpacked.output == kept.flatMap { $0 })
            try FileManager.default.removeItem(atPath: reel.location.directory + ".aside")
        }
    }

    @Test func whatIsLeftOfAMemberAtTheEndOfASealedSegmentIsCutOff() async throws {
        let options = ReelOptions(maximumSegmentBytes: 1)
        try await reel.append((0..<3).map(line), options)
        defer { try? FileManager.default.removeItem(atPath: reel.location.directory + ".aside") }
        try Data(contentsOf: segment).prefix(30).write(to: segment)
        let steps = try repair()
        #expect(steps.map(\.action) == [.cut, .left] && steps.last?.damage.cause == .missing)
        #expect(try gzip().status == 0 || FileManager.default.contents(atPath: segment.path)?.isEmpty == true)
        #expect(try reel.read().bytes == [line(1), line(2)])
    }

    @Test func aTornEndIsCutAndSetAside() async throws {
        let offsets = try await reel.append((0..<3).map(line))
        defer { try? FileManager.default.removeItem(atPath: reel.location.directory + ".aside") }
        let whole = try Data(contentsOf: segment)
        try whole.prefix(whole.count - 5).write(to: segment)
        let steps = try repair()
        #expect(steps.map(\.action) == [.cut])
        #expect(try Data(contentsOf: segment).count == Int(offsets[2].rawValue))
        let aside = try #require(steps.first?.aside)
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: aside)) == whole[Int(offsets[2].rawValue)..<(whole.count - 5)])
        #expect(try ReelVerifier(reel.location).verify().isClean)
        #expect(try await reel.append([line(9)]) == [offsets[2]])
    }

    @Test func recordsWithoutBytesAreNoFillings() async throws {
        try await reel.append([[], line(1), []])
        #expect(try reel.read().bytes == [[], line(1), []])
        #expect(try repair() == [])
    }

    @Test func aSegmentOfZerosInTheMiddleIsFilled() async throws {
        let options = ReelOptions(maximumSegmentBytes: 1)
        let offsets = try await reel.append((0..<6).map(line), options)
        defer { try? FileManager.default.removeItem(atPath: reel.location.directory + ".aside") }
        let segments = try reel.location.segments()
        #expect(segments.count > 2)
        try Data(count: Int(segments[1].fileSize)).write(to: URL(fileURLWithPath: segments[1].path))
        #expect(try repair().map(\.action) == [.filled])
        #expect(try ReelVerifier(reel.location).verify().isClean)
        let left = offsets.filter { $0 < segments[1].base || $0 >= segments[2].base }
        #expect(try reel.read().records.map(\.offset) == left)
        #expect(try reel.location.summaries()[1].records == 0)
    }

    @Test func aMissingSegmentIsNamedAndLeft() async throws {
        try await reel.append((0..<6).map(line), ReelOptions(maximumSegmentBytes: 1))
        let segments = try reel.location.segments()
        try FileManager.default.removeItem(atPath: segments[1].path)
        let steps = try repair()
        #expect(steps.map(\.action) == [.left] && steps.first?.damage.cause == .missing)
    }
}
