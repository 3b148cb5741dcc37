import Foundation
import Glibc
import Model
import Posix
import Reel
import Synchronization

/// A reel in a directory of its own, which is removed with it.
final class TestReel: Sendable {
    let location: ReelLocation

    init(_ name: String = "articles") {
        let directory = FileManager.default.temporaryDirectory.appending(path: "reel-\(UUID())").path
        location = ReelLocation(name: ReelName(rawValue: name), directory: directory, suffix: "jsonl.gz")
    }

    deinit {
        guard FileManager.default.fileExists(atPath: location.directory) else { return }
        do { try FileManager.default.removeItem(atPath: location.directory) } catch { print(error) }
    }

    func open(
        _ options: ReelOptions = ReelOptions(), clock: any WallClock = SystemWallClock(),
        preamble: (@Sendable () -> [UInt8])? = nil, onEvent: @escaping @Sendable (ReelEvent) -> Void = { _ in },
        openSegment: SegmentOpener? = nil
    ) throws -> (ReelWriter, RecoveryReport) {
        try ReelWriter.open(
            location, options: options, clock: clock, preamble: preamble, onEvent: onEvent, openSegment: openSegment)
    }

    /// Appends records one after another and closes the writer; their offsets.
    @discardableResult
    func append(_ records: [[UInt8]], _ options: ReelOptions = ReelOptions()) async throws -> [Offset] {
        let (writer, _) = try open(options)
        var offsets: [Offset] = []
        for record in records { offsets.append(try await writer.append(record)) }
        await writer.close()
        return offsets
    }

    /// Removes what may go, as the daemon does.
    @discardableResult
    func retire(olderThan time: Timestamp?, maximumBytes: UInt64? = nil) async throws -> [SegmentSummary] {
        let (writer, _) = try open()
        let retired = try writer.retire(olderThan: time, maximumBytes: maximumBytes)
        await writer.close()
        return retired
    }

    func read(from start: Offset = .zero) throws -> Contents {
        let cursor = try ReelReader(location).records(from: start)
        var contents = Contents()
        while let item = try cursor.next() {
            switch item {
            case .record(let record): contents.records.append(record)
            case .damage(let damage): contents.damages.append(damage)
            }
        }
        contents.torn = cursor.tornEnd
        return contents
    }

    struct Contents {
        var records: [ReelRecord] = []
        var damages: [ReelDamage] = []
        var torn: ReelDamage?
        var bytes: [[UInt8]] { records.map(\.bytes) }
    }

    func segments() throws -> [Segment] { try ReelReader(location).segments() }

    func bytes(of segment: Int = 0) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: try segments()[segment].path)))
    }

    func replace(_ bytes: [UInt8], segment: Int = 0) throws {
        try Data(bytes).write(to: URL(filePath: try segments()[segment].path))
    }
}

/// A clock that a test moves.
final class TestClock: WallClock {
    private let time = Mutex(Timestamp(secondsSinceEpoch: 1_700_000_000))

    func now() -> Timestamp { time.withLock { $0 } }
    func advance(by duration: Duration) { time.withLock { $0 = $0.advanced(by: duration) } }
}

/// What a writer told.
final class EventLog: Sendable {
    private let events = Mutex<[ReelEvent]>([])

    var all: [ReelEvent] { events.withLock { $0 } }
    func add(_ event: ReelEvent) { events.withLock { $0.append(event) } }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

func line(_ number: Int, padding: Int = 0) -> [UInt8] {
    Array("{\"n\":\(number),\"title\":\"潮汐报\(String(repeating: "x", count: padding))\"}\n".utf8)
}
