/// The decoder of a charset of the Encoding Standard.
///
/// `decode` writes all of the input and gives true, or stops where there is no room and gives false. Bytes that are no
/// character become U+FFFD as the standard has it.
protocol ByteDecoder {
    static func decode(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool
}

/// UTF-8 made from bytes, and how many U+FFFD stand for broken ones.
struct DecodedBytes {
    var utf8: [UInt8]
    var replacements: Int
}

extension Charset {
    /// Decodes with this charset's decoder; a byte order mark is decoded like any other character.
    func decode(_ bytes: [UInt8]) -> DecodedBytes {
        if self == .utf8 { return UTF8Decoder.decode(bytes) }
        // A byte gives three bytes at the most; text seldom needs half as much again as its bytes.
        let guess = bytes.count + bytes.count / 2 + 64
        if let decoded = decode(bytes, capacity: isSingleByte ? 2 * bytes.count + 64 : guess) { return decoded }
        return decode(bytes, capacity: 3 * bytes.count + 64) ?? DecodedBytes(utf8: [], replacements: 0)
    }

    private func decode(_ bytes: [UInt8], capacity: Int) -> DecodedBytes? {
        var replacements = 0
        var isDone = false
        let utf8 = [UInt8](unsafeUninitializedCapacity: capacity + UTF8Output.spare) { memory, count in
            guard let base = memory.baseAddress else { return }
            var output = UTF8Output(base, capacity: capacity)
            isDone = bytes.withUnsafeBufferPointer { run($0, into: &output) }
            (count, replacements) = (output.count, output.replacements)
        }
        return isDone ? DecodedBytes(utf8: utf8, replacements: replacements) : nil
    }

    private func run(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool {
        switch self {
        case .gb18030: GB18030Decoder.decode(input, into: &output)
        case .big5: Big5Decoder.decode(input, into: &output)
        case .shiftJIS: ShiftJISDecoder.decode(input, into: &output)
        case .eucJP: EUCJPDecoder.decode(input, into: &output)
        case .iso2022JP: ISO2022JPDecoder.decode(input, into: &output)
        case .eucKR: EUCKRDecoder.decode(input, into: &output)
        case .utf16LE: UTF16LEDecoder.decode(input, into: &output)
        case .utf16BE: UTF16BEDecoder.decode(input, into: &output)
        case .userDefined: UserDefinedDecoder.decode(input, into: &output)
        case .replacement: ReplacementDecoder.decode(input, into: &output)
        default: SingleByteDecoder.decode(input, table: SingleByteTable.table(name), into: &output)
        }
    }
}

/// Walks over input that is ASCII here and characters beyond it there.
///
/// `step` decodes the character at the pointer, which is not ASCII, and gives where the next one is.
@inline(__always)
func decodeRuns(
    _ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output,
    _ step: (UnsafePointer<UInt8>, UnsafePointer<UInt8>, inout UTF8Output) -> UnsafePointer<UInt8>
) -> Bool {
    guard var next = input.baseAddress else { return true }
    let end = next + input.count
    while next < end {
        guard output.hasRoom else { return false }
        if next.pointee < 0x80 {
            next = output.copyASCII(from: next, to: end)
        } else {
            next = step(next, end, &output)
        }
    }
    return true
}
