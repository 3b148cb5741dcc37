/// Section 15.3.1: UTF-16LE.
enum UTF16LEDecoder: ByteDecoder {
    static func decode(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool {
        decodeUTF16(input, into: &output) { UInt32($0[0]) | UInt32($0[1]) << 8 }
    }
}

/// Section 15.2.1: UTF-16BE.
enum UTF16BEDecoder: ByteDecoder {
    static func decode(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool {
        decodeUTF16(input, into: &output) { UInt32($0[1]) | UInt32($0[0]) << 8 }
    }
}

/// Section 15.2.1, the shared decoder: an unpaired surrogate and a last odd byte become U+FFFD.
@inline(__always)
private func decodeUTF16(
    _ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output, unit: (UnsafePointer<UInt8>) -> UInt32
) -> Bool {
    guard var next = input.baseAddress else { return true }
    let end = next + input.count
    var isBroken = false
    while next < end {
        guard output.hasRoom else { return false }
        guard end - next >= 2 else {
            // One U+FFFD stands for a high surrogate and the odd byte behind it.
            if !isBroken { output.putReplacement() }
            return true
        }
        let first = unit(next)
        next += 2
        isBroken = false
        guard (0xD800...0xDFFF).contains(first) else {
            output.put(scalar: first)
            continue
        }
        if first < 0xDC00, end - next >= 2 {
            let second = unit(next)
            if (0xDC00...0xDFFF).contains(second) {
                output.put(scalar: 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
                next += 2
                continue
            }
        }
        output.putReplacement()
        isBroken = first < 0xDC00
    }
    return true
}
