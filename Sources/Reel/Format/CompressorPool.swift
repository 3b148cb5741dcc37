internal import Synchronization

/// A fixed number of compressors for any number of callers.
///
/// A caller takes the first free one; where none is free it waits for one, which lasts as long as one record's compression.
final class CompressorPool: Sendable {
    private final class Slot: Sendable {
        let compressor = Mutex(Compressor())
        /// Asked before the lock: to try one that is held is a system call.
        let isTaken = Atomic(false)

        /// The member, unless the compressor is taken.
        func memberIfFree(of record: [UInt8], time: UInt32) -> [UInt8]? {
            guard isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged else {
                return nil
            }
            defer { isTaken.store(false, ordering: .releasing) }
            return member(of: record, time: time)
        }

        func member(of record: [UInt8], time: UInt32) -> [UInt8] {
            compressor.withLock { compressor in record.withUnsafeBytes { compressor.member(of: $0, time: time) } }
        }
    }

    private let slots: [Slot]
    private let turn = Atomic(0)

    init(count: Int) { slots = (0..<max(count, 1)).map { _ in Slot() } }

    /// A member without its check, see ``Compressor/member(of:time:)``.
    func member(of record: [UInt8], time: UInt32) -> [UInt8] {
        // Always from the first on: it was used a moment ago, and its memory is in the processor's cache.
        for slot in slots {
            if let member = slot.memberIfFree(of: record, time: time) { return member }
        }
        let turn = turn.wrappingAdd(1, ordering: .relaxed).oldValue
        return slots[Int(UInt(bitPattern: turn) % UInt(slots.count))].member(of: record, time: time)
    }
}
