extension NameTable {
    /// What a name is looked up by.
    struct Key {
        let head: UInt64
        let tail: UInt64
        let hash: UInt32

        /// At least eight bytes behind `name` can be read.
        @inline(__always)
        init(_ name: UnsafePointer<UInt8>, _ length: Int, _ seed: NameSeed) {
            let word = UnsafeRawPointer(name).loadUnaligned(as: UInt64.self)
            if length <= 8 {
                head = length == 0 ? 0 : UInt64(littleEndian: word) & (~0 >> UInt64(64 - 8 * length))
                tail = 0
            } else {
                head = UInt64(littleEndian: word)
                tail = UInt64(
                    littleEndian: UnsafeRawPointer(name + (length - 8)).loadUnaligned(as: UInt64.self))
            }
            var mixed = Self.fold(head ^ seed.first, tail ^ seed.second ^ UInt64(length))
            if length > 16 { mixed = Self.foldMiddle(name, length, mixed, seed) }
            hash = UInt32(truncatingIfNeeded: mixed ^ (mixed >> 32))
        }

        /// The bytes between the first eight and the last eight.
        private static func foldMiddle(
            _ name: UnsafePointer<UInt8>, _ length: Int, _ start: UInt64, _ seed: NameSeed
        ) -> UInt64 {
            var mixed = start
            var position = 8
            while position < length - 8 {
                let word = UnsafeRawPointer(name + position).loadUnaligned(as: UInt64.self)
                mixed = fold(UInt64(littleEndian: word) ^ seed.second, mixed ^ seed.first)
                position += 8
            }
            return mixed
        }

        @inline(__always)
        private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
            let product = left.multipliedFullWidth(by: right)
            return product.high ^ product.low
        }
    }
}

/// What the name hash is keyed by, drawn once a process; it changes where a name lies in a table and nothing else.
struct NameSeed: Sendable, BitwiseCopyable {
    let first = UInt64.random(in: 1 ... .max)
    let second = UInt64.random(in: 1 ... .max)

    static let shared = NameSeed()
}
