import Catalog
import Model
import Posix
import Schedule
import Synchronization
import Testing

@testable import Ingest

/// A disk whose free bytes are set by hand, and what was told of it.
private final class HandDisk: Sendable {
    let free: Atomic<UInt64>
    let asked = Atomic(0)
    /// One for each time that it was asked.
    let asks: AsyncStream<Void>
    private let ask: AsyncStream<Void>.Continuation
    private let told = Mutex<[Bool]>([])

    init(free: UInt64) {
        self.free = Atomic(free)
        (asks, ask) = AsyncStream.makeStream()
    }

    var changes: [Bool] { told.withLock { $0 } }

    func room(minimumBytes: UInt64) -> DiskRoom {
        DiskRoom(
            minimumBytes: minimumBytes,
            available: {
                self.asked.add(1, ordering: .relaxed)
                self.ask.yield()
                return self.free.load(ordering: .relaxed)
            },
            tell: { isLow, _ in self.told.withLock { $0.append(isLow) } })
    }
}

@Suite struct DiskRoomTests {
    @Test func itIsLowBelowTheMarkAndEnoughAQuarterAboveIt() {
        let disk = HandDisk(free: 1000)
        let room = disk.room(minimumBytes: 400)
        #expect(!room.isLow)
        for (free, isLow) in [(400, false), (399, true), (450, true), (499, true), (500, false), (400, false)] {
            disk.free.store(UInt64(free), ordering: .relaxed)
            #expect(room.isLow == isLow, "\(free) free")
        }
        #expect(disk.changes == [true, false], "each change is told once")
    }

    @Test func withoutAMarkNothingIsLow() {
        let disk = HandDisk(free: 0)
        #expect(!disk.room(minimumBytes: 0).isLow && !DiskRoom.unbounded.isLow)
    }

    @Test func aDiskThatCannotBeAskedIsTakenForWhatItWas() {
        let room = DiskRoom(minimumBytes: 1, available: { throw SystemError("statvfs", "/gone", code: 2) })
        #expect(!room.isLow)
    }

    @Test func nothingIsTakenFromTheFrontierWhileTheDiskIsLow() async throws {
        let disk = HandDisk(free: 10)
        let stores = try TestStores()
        let frontier = try await TestFrontier(stores.stores, room: disk.room(minimumBytes: 100))
        try await frontier.add([try Fixture.entry("http://a.example/fresh")])
        guard case .diskLow(let bytes)? = await frontier.keeper.pause else {
            Issue.record("the pause is not told")
            return
        }
        #expect(bytes == 100)
        let asked = disk.asked.load(ordering: .relaxed)
        let entry = Task { await frontier.keeper.next() }
        await disk.asks.first { _ in disk.asked.load(ordering: .relaxed) > asked }
        #expect(await frontier.keeper.counts().inFlight == 0)
        disk.free.store(1000, ordering: .relaxed)
        try await frontier.add([try Fixture.entry("http://a.example/later")], in: .seconds(60))
        #expect(await entry.value?.url.url.path == "/fresh")
        #expect(await frontier.keeper.pause == nil)
    }
}
