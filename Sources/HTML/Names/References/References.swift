/// The named character references (HTML Standard, 13.5), found by name.
struct References: Sendable {
    private let names: NameTable.Snapshot
    /// By the name's number: the characters in UTF-8, packed.
    private var values: [PackedCharacters] = [.none]
    /// By the name's number: whether it is known without its semicolon.
    private var isLegacy: [Bool] = [false]

    /// The longest name known without its semicolon.
    static let longestLegacyName = 6
    /// The longest name.
    static let longestName = 31

    static let shared = References()

    private init() {
        var names = NameTable(bucketCount: 4096)
        for blob in [Self.capitals, Self.firstHalf, Self.secondHalf] {
            let words = blob.words
            for index in stride(from: 0, to: words.count, by: 2) {
                let isKnownAlone = words[index].last == UInt8(ascii: "!")
                _ = names.intern(copying: words[index].dropLast(isKnownAlone ? 1 : 0))
                values.append(PackedCharacters(hexadecimal: words[index + 1]))
                isLegacy.append(isKnownAlone)
            }
        }
        self.names = names.snapshot()
    }

    /// The characters of a name that ends with a semicolon, which is not part of `name`.
    func characters(_ name: UnsafePointer<UInt8>, _ length: Int) -> PackedCharacters? {
        names.find(name, length).map { values[Int($0)] }
    }

    /// The longest prefix of a run of letters and digits that is a name known without its semicolon.
    func legacyPrefix(_ run: UnsafePointer<UInt8>, _ length: Int) -> (characters: PackedCharacters, length: Int)? {
        var candidate = min(length, Self.longestLegacyName)
        while candidate >= 2 {
            if let number = names.find(run, candidate), isLegacy[Int(number)] {
                return (values[Int(number)], candidate)
            }
            candidate -= 1
        }
        return nil
    }
}

/// One or two characters in UTF-8, at most seven bytes.
struct PackedCharacters: BitwiseCopyable, Equatable, Sendable {
    /// The bytes, the first one lowest; in the highest byte their number.
    private var packed: UInt64 = 0

    static let none = PackedCharacters()

    private init() {}

    init(_ scalar: Unicode.Scalar) { append(scalar) }

    /// Code points in hexadecimal, joined by "+".
    init(hexadecimal text: some Collection<UInt8>) {
        for number in text.split(separator: UInt8(ascii: "+")) {
            let value = UInt32(String(decoding: number, as: UTF8.self), radix: 16) ?? 0xFFFD
            append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
    }

    var count: Int { Int(packed >> 56) }

    private mutating func append(_ scalar: Unicode.Scalar) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            packed |= UInt64(byte) << UInt64(8 * count)
            packed += 1 << 56
        }
    }

    /// Adds the bytes to a buffer.
    func write(to buffer: inout GrowableBuffer<UInt8>) {
        for position in 0..<count { buffer.append(UInt8(truncatingIfNeeded: packed >> UInt64(8 * position))) }
    }
}
