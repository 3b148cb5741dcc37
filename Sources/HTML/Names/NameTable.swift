/// Names with their numbers: the known ones, then those a document adds.
///
/// A look-up compares two words and the length, which is the whole name up to 16 bytes. The hash is keyed by a number that
/// differs from process to process, so that nobody can prepare names that collide.
struct NameTable: ~Copyable {
    struct Entry: BitwiseCopyable, Sendable {
        /// The first eight bytes, the rest zero.
        var head: UInt64
        /// The last eight bytes of a name longer than eight, else zero.
        var tail: UInt64
        var hash: UInt32
        /// Where the name begins in `bytes`.
        var start: UInt32
        var length: UInt32
        /// The tag that had this name as an attribute last.
        var serial: UInt32
    }

    /// By number; number 0 is no name.
    private(set) var entries: GrowableBuffer<Entry>
    private var bytes: GrowableBuffer<UInt8>
    /// Numbers by hash, open addressing; 0 is free. A power of two, at most half full.
    private var buckets: UnsafeMutablePointer<UInt32>
    private var bucketMask: Int
    private let seed = NameSeed.shared

    /// An empty table.
    init(bucketCount: Int) {
        entries = GrowableBuffer(capacity: bucketCount / 2)
        bytes = GrowableBuffer(capacity: bucketCount * 4)
        buckets = .allocate(capacity: bucketCount)
        buckets.initialize(repeating: 0, count: bucketCount)
        bucketMask = bucketCount - 1
        entries.append(Entry(head: 0, tail: 0, hash: 0, start: 0, length: 0, serial: 0))
    }

    /// The table that was kept, for a document to add its own names to.
    init(_ snapshot: Snapshot) {
        entries = GrowableBuffer(copying: snapshot.entries)
        bytes = GrowableBuffer(copying: snapshot.bytes)
        bucketMask = snapshot.buckets.count - 1
        buckets = .allocate(capacity: snapshot.buckets.count)
        snapshot.buckets.withUnsafeBufferPointer { [buckets] source in
            if let start = source.baseAddress { buckets.update(from: start, count: source.count) }
        }
    }

    deinit { buckets.deallocate() }

    /// The table as it is now.
    func snapshot() -> Snapshot {
        Snapshot(
            entries: entries.array, bytes: bytes.array,
            buckets: Array(UnsafeBufferPointer(start: buckets, count: bucketMask + 1)))
    }

    /// The bytes of a name; valid until the table grows or goes.
    func name(_ number: UInt32) -> UnsafeBufferPointer<UInt8> {
        let entry = entries[Int(number)]
        return UnsafeBufferPointer(start: UnsafePointer(bytes.base) + Int(entry.start), count: Int(entry.length))
    }

    /// Whether the name is new on the tag with this serial number; remembers that it is not from now on.
    @inline(__always)
    func isFirst(_ number: UInt32, onTag serial: UInt32) -> Bool {
        let entry = entries.base + Int(number)
        if entry.pointee.serial == serial { return false }
        entry.pointee.serial = serial
        return true
    }

    /// The number of a name, new where it has none. At least eight bytes behind `name` can be read.
    @inline(__always)
    mutating func intern(_ name: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
        let key = Key(name, length, seed)
        var bucket = Int(key.hash) & bucketMask
        while true {
            let number = buckets[bucket]
            if number == 0 { return add(name, length, key, at: bucket) }
            if matches(number, key, name, length) { return number }
            bucket = (bucket + 1) & bucketMask
        }
    }

    /// The number of a name, or nil.
    func find(_ name: UnsafePointer<UInt8>, _ length: Int) -> UInt32? {
        let key = Key(name, length, seed)
        var bucket = Int(key.hash) & bucketMask
        while buckets[bucket] != 0 {
            if matches(buckets[bucket], key, name, length) { return buckets[bucket] }
            bucket = (bucket + 1) & bucketMask
        }
        return nil
    }

    /// `intern` for bytes with nothing readable behind them.
    mutating func intern(copying name: some Collection<UInt8>) -> UInt32 {
        Self.padded(name).withUnsafeBufferPointer { padded in
            padded.baseAddress.map { intern($0, padded.count - 8) } ?? 0
        }
    }

    /// `find` for bytes with nothing readable behind them.
    func find(copying name: some Collection<UInt8>) -> UInt32? {
        Self.padded(name).withUnsafeBufferPointer { padded in
            padded.baseAddress.flatMap { find($0, padded.count - 8) }
        }
    }

    private static func padded(_ name: some Collection<UInt8>) -> [UInt8] {
        Array(name) + [UInt8](repeating: 0, count: 8)
    }

    @inline(__always)
    private func matches(_ number: UInt32, _ key: Key, _ name: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let entry = entries.base + Int(number)
        guard entry.pointee.head == key.head, entry.pointee.tail == key.tail, entry.pointee.length == UInt32(length)
        else { return false }
        if length <= 16 { return true }
        let other = bytes.base + Int(entry.pointee.start)
        return (0..<length).allSatisfy { name[$0] == other[$0] }
    }

    @inline(never)
    private mutating func add(_ name: UnsafePointer<UInt8>, _ length: Int, _ key: Key, at bucket: Int) -> UInt32 {
        let number = UInt32(entries.count)
        entries.append(
            Entry(
                head: key.head, tail: key.tail, hash: key.hash, start: UInt32(bytes.count), length: UInt32(length),
                serial: 0))
        bytes.append(name, length)
        buckets[bucket] = number
        if entries.count * 2 > bucketMask { doubleBuckets() }
        return number
    }

    private mutating func doubleBuckets() {
        let count = (bucketMask + 1) * 2
        buckets.deallocate()
        buckets = .allocate(capacity: count)
        buckets.initialize(repeating: 0, count: count)
        bucketMask = count - 1
        for number in 1..<entries.count {
            var bucket = Int(entries[number].hash) & bucketMask
            while buckets[bucket] != 0 { bucket = (bucket + 1) & bucketMask }
            buckets[bucket] = UInt32(number)
        }
    }
}
