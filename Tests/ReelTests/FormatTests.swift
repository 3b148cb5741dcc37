import Foundation
import Model
import Posix
import Reel
import Testing

/// docs/reel-format.md, byte by byte.
@Suite struct FormatTests {
    private let reel = TestReel()

    private struct FixedClock: WallClock {
        func now() -> Timestamp { Timestamp(secondsSinceEpoch: 1_767_225_600) }
    }

    @Test func theWorkedExampleOfThePageIsWhatIsWritten() async throws {
        let (writer, _) = try reel.open(clock: FixedClock())
        let first = try await writer.append(Array("{\"n\":1}\n".utf8))
        let second = try await writer.append(Array("{\"n\":2}\n".utf8))
        let end = try await writer.rotate()
        await writer.close()
        #expect([first, second, end].map(\.rawValue) == [0, 53, 106])
        let page = try documentation()
        let dump = page.split(separator: "\n").filter { $0.hasPrefix("    000000") }
        let digits = dump.map { $0.dropFirst(14).prefix(39).filter { $0 != " " } }.joined()
        #expect(Hexadecimal.encode(try reel.bytes()) == digits)
        let index = try String(
            contentsOfFile: reel.location.path(of: .zero).replacing("jsonl.gz", with: "index"), encoding: .utf8)
        #expect(page.contains("    " + index.split(separator: "\n").joined(separator: "\n    ")))
    }

    @Test func longRecordsAreCompressed() async throws {
        try await reel.append([[UInt8](repeating: 0x61, count: 100_000)])
        #expect(try reel.bytes().count < 1000)
    }

    @Test func theSameRecordsMakeTheSameBytes() async throws {
        let lines = (0..<20).map { line($0, padding: $0 * 300) }
        let other = TestReel()
        for each in [reel, other] {
            let (writer, _) = try each.open(clock: FixedClock())
            for line in lines { _ = try await writer.append(line) }
            await writer.close()
        }
        #expect(try reel.bytes() == other.bytes())
    }

    private func documentation() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/reel-format.md"), encoding: .utf8)
    }
}
