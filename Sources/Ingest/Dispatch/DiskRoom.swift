internal import Synchronization

/// Whether the disk has room for more pages: below the low-water mark nothing new is fetched, so that what is under way, the catalog
/// and a clean end find room.
///
/// Once it was low, a quarter of the mark more must be free before it is enough again.
package final class DiskRoom: Sendable {
    /// Bytes that stay free; 0 for no mark.
    package let minimumBytes: UInt64
    private let available: @Sendable () throws -> UInt64
    private let tell: @Sendable (_ isLow: Bool, _ available: UInt64) -> Void
    private let wasLow = Atomic(false)

    /// `available` gives the bytes that are free; `tell` is called at each change.
    package init(
        minimumBytes: UInt64, available: @escaping @Sendable () throws -> UInt64,
        tell: @escaping @Sendable (_ isLow: Bool, _ available: UInt64) -> Void = { _, _ in }
    ) {
        self.minimumBytes = minimumBytes
        self.available = available
        self.tell = tell
    }

    /// No mark at all.
    package static let unbounded = DiskRoom(minimumBytes: 0, available: { () throws in .max })

    /// Looks at the disk. Where that fails there is room: writing will say what is wrong.
    package var isLow: Bool {
        guard minimumBytes > 0 else { return false }
        let before = wasLow.load(ordering: .relaxed)
        let free: UInt64
        do { free = try available() } catch { return before }
        let isLow = free < minimumBytes + (before ? minimumBytes / 4 : 0)
        if wasLow.exchange(isLow, ordering: .relaxed) != isLow { tell(isLow, free) }
        return isLow
    }
}
