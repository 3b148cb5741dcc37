/// Where decoders write UTF-8: memory of a fixed size with 32 bytes to spare behind it.
///
/// A decoder asks ``hasRoom`` before each character and stops where there is none; the spare bytes make every store
/// of up to 16 bytes safe.
struct UTF8Output {
    private let start: UnsafeMutablePointer<UInt8>
    private var next: UnsafeMutablePointer<UInt8>
    private let limit: UnsafeMutablePointer<UInt8>
    /// How many U+FFFD were written for bytes that are no character.
    private(set) var replacements = 0

    static let spare = 32

    /// Takes memory of `capacity` bytes and ``spare`` more.
    init(_ memory: UnsafeMutablePointer<UInt8>, capacity: Int) {
        start = memory
        next = memory
        limit = memory + capacity
    }

    var count: Int { next - start }

    @inline(__always)
    var hasRoom: Bool { next < limit }

    /// Writes a character beyond ASCII.
    @inline(__always)
    mutating func put(_ character: PackedCharacter) {
        UnsafeMutableRawPointer(next).storeBytes(of: character.bits, as: UInt32.self)
        next += character.length
    }

    mutating func put(scalar: UInt32) {
        if scalar < 0x80 { putASCII(UInt8(scalar)) } else { put(PackedCharacter(scalar: scalar)) }
    }

    @inline(__always)
    mutating func putASCII(_ byte: UInt8) {
        next.pointee = byte
        next += 1
    }

    /// Writes U+FFFD for bytes that are no character.
    mutating func putReplacement() {
        put(.replacement)
        replacements += 1
    }

    /// Copies ASCII until the first byte beyond it, the end, or the end of the room; gives where it stopped.
    @inline(__always)
    mutating func copyASCII(
        from source: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8> {
        var source = source
        while end - source >= 16, next < limit {
            let raw = UnsafeRawPointer(source)
            let low = raw.loadUnaligned(as: UInt64.self)
            let high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            UnsafeMutableRawPointer(next).storeBytes(of: low, as: UInt64.self)
            UnsafeMutableRawPointer(next).storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
            var clean = 16
            if (low | high) & 0x8080_8080_8080_8080 != 0 {
                let (lowBits, highBits) = (low & 0x8080_8080_8080_8080, high & 0x8080_8080_8080_8080)
                clean = lowBits != 0 ? lowBits.trailingZeroBitCount / 8 : 8 + highBits.trailingZeroBitCount / 8
            }
            source += clean
            next += clean
            if clean < 16 { return source }
        }
        while source < end, source.pointee < 0x80, next < limit {
            putASCII(source.pointee)
            source += 1
        }
        return source
    }

    /// Copies bytes that are UTF-8 already; the caller has seen that there is room.
    mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        next.update(from: base, count: bytes.count)
        next += bytes.count
    }

    /// Whether that many bytes may be written.
    func hasRoom(for count: Int) -> Bool { count <= limit - next }
}
