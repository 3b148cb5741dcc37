extension NameTable {
    /// A table that does not change, and may be shared.
    struct Snapshot: Sendable {
        let entries: [Entry]
        let bytes: [UInt8]
        let buckets: [UInt32]

        init(entries: [Entry], bytes: [UInt8], buckets: [UInt32]) {
            self.entries = entries
            self.bytes = bytes
            self.buckets = buckets
        }

        /// Names that are parted by white space, numbered from 1.
        init(_ names: StaticString) {
            var table = NameTable(bucketCount: 1024)
            for word in names.words { _ = table.intern(copying: word) }
            self = table.snapshot()
        }

        /// The number of a name, or nil. At least eight bytes behind `name` can be read.
        func find(_ name: UnsafePointer<UInt8>, _ length: Int) -> UInt32? {
            let key = Key(name, length, NameSeed.shared)
            var bucket = Int(key.hash) & (buckets.count - 1)
            while buckets[bucket] != 0 {
                let entry = entries[Int(buckets[bucket])]
                if entry.head == key.head, entry.tail == key.tail, entry.length == length,
                    length <= 16 || (0..<length).allSatisfy({ name[$0] == bytes[Int(entry.start) + $0] })
                {
                    return buckets[bucket]
                }
                bucket = (bucket + 1) & (buckets.count - 1)
            }
            return nil
        }

        /// The number of a known name; 0 where it is not known.
        func number(of name: some Collection<UInt8>) -> UInt32 {
            (Array(name) + [UInt8](repeating: 0, count: 8)).withUnsafeBufferPointer { padded in
                padded.baseAddress.flatMap { find($0, padded.count - 8) } ?? 0
            }
        }
    }
}

extension StaticString {
    /// The words that are parted by white space.
    var words: [[UInt8]] {
        withUTF8Buffer { bytes in bytes.split(whereSeparator: { $0 <= 0x20 }).map(Array.init) }
    }
}
