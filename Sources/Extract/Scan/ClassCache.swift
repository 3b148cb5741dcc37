/// Remembers the flags of class attributes, which pages repeat thousands of times.
struct ClassCache {
    private var entries = [(key: UInt64, flags: ElementFlags)](repeating: (0, []), count: 1024)

    /// The flags, and a number that equal values share.
    mutating func flags(_ value: Bytes) -> (flags: ElementFlags, key: UInt64) {
        let key = ClassCache.hash(value)
        let slot = Int(key & 1023)
        if entries[slot].key == key { return (entries[slot].flags, key) }
        var flags: ElementFlags = []
        ClassWords.flags(value, into: &flags)
        entries[slot] = (key, flags)
        return (flags, key)
    }

    /// Eight bytes at a time; never 0, which marks an empty slot.
    private static func hash(_ value: Bytes) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: value.count) &* 0x9E37_79B9_7F4A_7C15
        var position = 0
        let raw = UnsafeRawBufferPointer(value)
        while position + 8 <= raw.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) &* 0xff51_afd7_ed55_8ccd
            hash ^= hash >> 32
            position += 8
        }
        while position < raw.count {
            hash = (hash ^ UInt64(raw[position])) &* 0x100_0000_01b3
            position += 1
        }
        hash ^= hash >> 29
        return hash | 1 << 63
    }
}
