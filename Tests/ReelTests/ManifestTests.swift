import Crypto
import Foundation
import Glibc
import Model
import Reel
import Testing

/// The chained digests of sealed segments.
@Suite struct ManifestTests {
    private let reel = TestReel()
    private let small = ReelOptions(maximumSegmentBytes: 150)

    private var path: String { reel.location.manifestPath }

    private func fill(_ count: Int = 8) async throws { try await reel.append((0..<count).map { line($0) }, small) }

    private func verify(head: String? = nil) throws -> ChainReport {
        try ChainVerifier(reel.location).verify(head: head)
    }

    private func lines() throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private func write(_ lines: [String]) throws {
        try (lines.map { $0 + "\n" }.joined()).write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test func eachSealedSegmentHasALineAndTheChainHolds() async throws {
        try await fill()
        let report = try verify()
        #expect(report.holds && report.segments == 3 && report.pending == 0 && report.foundBytes == 0)
        #expect(try lines().count == 4, "the first line begins the manifest")
        #expect(try lines().last?.contains(report.head) == true)
        #expect(try reel.segments().count == 4)
    }

    @Test func theChainIsWhatThePageSays() async throws {
        try await fill()
        var chain = Data(count: 32)
        for (number, line) in try lines().enumerated() {
            let cut = try #require(line.range(of: ",\"chain\":\""))
            chain = Data(SHA256.hash(data: chain + Data(line[..<cut.lowerBound].utf8)))
            let digits = Hexadecimal.encode(chain)
            #expect(line[cut.upperBound...] == digits + "\"}")
            guard number > 0 else { continue }
            let digest = Hexadecimal.encode(Array(SHA256.hash(data: Data(try reel.bytes(of: number - 1)))))
            #expect(line.contains("\"sha256\":\"\(digest)\""))
        }
    }

    @Test func everyByteOfASealedSegmentIsProved() async throws {
        try await fill(4)
        let segment = try reel.segments()[0]
        let whole = try reel.bytes()
        for index in whole.indices {
            var bytes = whole
            bytes[index] ^= 1
            try reel.replace(bytes)
            let report = try verify()
            #expect(report.breaks == [.changed(segment: segment.name)] && report.brokenFrom == segment.base)
        }
        try reel.replace(Array(whole.dropLast()))
        #expect(try verify().breaks == [.changed(segment: segment.name)])
    }

    @Test func everyByteOfTheManifestIsProved() async throws {
        try await fill(4)
        let whole = try Data(contentsOf: URL(filePath: path))
        for index in whole.indices.dropLast() {
            var bytes = whole
            bytes[index] ^= 1
            try bytes.write(to: URL(filePath: path))
            #expect(try !verify().holds, "byte \(index)")
        }
    }

    @Test func aLineTakenOutBreaksTheChainFromThere() async throws {
        try await fill()
        let all = try lines()
        try write([all[0], all[1], all[3]])
        let report = try verify()
        #expect(report.breaks.contains(.line(3)))
        #expect(try report.brokenFrom == reel.segments()[1].base)
    }

    @Test func aManifestWrittenAnewIsKnownByAHeadThatWasNoted() async throws {
        try await fill()
        let noted = try verify().head
        #expect(try verify(head: noted).holds)
        unlink(path)
        try await reel.append([line(9)], small)
        let report = try verify(head: noted)
        #expect(report.breaks == [.unknownHead])
        #expect(report.foundBytes > 0, "it says what it found")
        #expect(try verify().holds)
    }

    @Test func aMissingManifestIsABreakAndRepairMakesItAnew() async throws {
        try await fill()
        unlink(path)
        #expect(try verify().breaks == [.noManifest(path: path)])
        #expect(try ReelRepair(reel.location).runManifest(isTrial: true) == .made(segments: 3))
        #expect(access(path, F_OK) != 0, "a trial changes nothing")
        #expect(try ReelRepair(reel.location).runManifest() == .made(segments: 3))
        #expect(try verify().holds && verify().foundBytes > 0)
        #expect(try ReelRepair(reel.location).runManifest() == nil)
    }

    @Test func aBrokenChainIsNotMended() async throws {
        try await fill()
        var all = try lines()
        all[2] = all[2].replacingOccurrences(of: "\"length\":", with: "\"length\":1")
        try write(all)
        #expect(try ReelRepair(reel.location).runManifest() == .left(line: 3))
        let log = EventLog()
        let (writer, _) = try reel.open(small, onEvent: { log.add($0) })
        for number in 0..<6 { _ = try await writer.append(line(number)) }
        await writer.close()
        #expect(log.all.contains(.manifestBroken(path: path, line: 3)))
        #expect(try lines()[..<4] == all[...], "what stands there stays")
        #expect(try verify().breaks.contains(.line(3)), "and stays broken")
    }

    @Test func aLineThatACrashCutOffIsWrittenAgain() async throws {
        try await fill()
        let whole = try Data(contentsOf: URL(filePath: path))
        let last = try #require(try lines().last)
        for cut in 1...last.utf8.count {
            try whole.dropLast(cut).write(to: URL(filePath: path))
            #expect(try verify().holds, "cut by \(cut)")
            #expect(try verify().pending == 1)
            let (writer, _) = try reel.open(small)
            await writer.close()
            #expect(try verify().holds && verify().pending == 0)
            #expect(try lines().count == 4)
        }
    }

    @Test func aReelThatIsVerifiedWhileItIsWrittenHolds() async throws {
        let (writer, _) = try reel.open(small)
        async let written: Void = {
            for number in 0..<300 { _ = try await writer.append(line(number)) }
        }()
        for _ in 0..<60 {
            let report = try ChainVerifier(reel.location).verify(limit: writer.end)
            #expect(report.holds, "\(report)")
            await Task.yield()
        }
        try await written
        await writer.close()
        #expect(try verify().holds && verify().pending == 0)
    }

    @Test func theChainSurvivesRetention() async throws {
        try await fill()
        let noted = try verify().head
        let kept = try reel.segments()[2...].reduce(0) { $0 + $1.size }
        try await reel.retire(olderThan: nil, maximumBytes: kept)
        let report = try verify(head: noted)
        #expect(report.holds && report.retired == 2 && report.segments == 1)
        try FileManager.default.removeItem(atPath: try reel.segments()[0].path)
        let gone = try verify()
        #expect(gone.breaks.count == 1 && !gone.holds, "what nobody retired is missed")
    }

    @Test func aSealedSegmentThatIsGoneIsNamed() async throws {
        try await fill()
        let segment = try reel.segments()[1]
        try FileManager.default.removeItem(atPath: segment.path)
        let report = try verify()
        #expect(report.breaks == [.gone(segment: segment.name)] && report.brokenFrom == segment.base)
    }

    @Test func aRepairIsTold() async throws {
        try await fill()
        defer { try? FileManager.default.removeItem(atPath: reel.location.directory + ".aside") }
        var bytes = try reel.bytes(of: 1)
        bytes[40] ^= 0xFF
        try reel.replace(bytes, segment: 1)
        #expect(try !verify().holds)
        #expect(try ReelRepair(reel.location).run().map(\.action) == [.filled])
        #expect(try verify().holds)
        #expect(try lines().last?.contains("\"event\":\"repaired\"") == true)
        #expect(try ReelVerifier(reel.location).verify().isClean)
    }

    @Test func aSegmentSealedAfterAFailedSyncIsEntered() async throws {
        let disk = FailingOnceDisk(failing: 3)
        let (writer, _) = try reel.open(openSegment: disk.opener)
        for number in 0..<4 { _ = try await writer.append(line(number)) }
        await writer.close()
        let report = try verify()
        #expect(report.holds && report.segments == 1)
    }

    @Test func aManifestThatCannotBeWrittenIsToldAndMadeUpForLater() async throws {
        let log = EventLog()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let (writer, _) = try reel.open(small, onEvent: { log.add($0) })
        for number in 0..<6 { _ = try await writer.append(line(number)) }
        await writer.close()
        #expect(log.all.contains { if case .manifestNotWritten = $0 { true } else { false } })
        try FileManager.default.removeItem(atPath: path)
        let (again, _) = try reel.open(small)
        await again.close()
        #expect(try verify().holds && verify().segments == 2)
    }
}
