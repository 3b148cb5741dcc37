/// Percent-encoding and decoding of bytes (URL Standard, 1.3).
package enum PercentEncoding {
    /// Every `%XX` replaced by its byte; what is no escape stays.
    package static func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index != bytes.endIndex {
            let byte = bytes[index]
            index = bytes.index(after: index)
            guard byte == UInt8(ascii: "%"), let value = escape(bytes[index...]) else {
                decoded.append(byte)
                continue
            }
            decoded.append(value)
            index = bytes.index(index, offsetBy: 2)
        }
        return decoded
    }

    /// The byte that the two hexadecimal digits at the start of `digits` stand for.
    package static func escape(_ digits: some Collection<UInt8>) -> UInt8? {
        guard let first = digits.first, let high = Hexadecimal.value(of: first),
            let second = digits.dropFirst().first, let low = Hexadecimal.value(of: second)
        else { return nil }
        return high << 4 | low
    }

    /// Appends `%XX`, in upper case.
    @inline(__always)
    package static func append(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "%"))
        output.append(digit(byte >> 4))
        output.append(digit(byte & 15))
    }

    /// Appends bytes, those of `set` encoded; the others in runs.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, encoding set: ByteSet, to output: inout [UInt8]) {
        var clean = 0
        for index in 0..<bytes.count where set.contains(bytes[index]) {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean..<index]))
            append(bytes[index], to: &output)
            clean = index + 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean...]))
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x41 + value - 10
    }
}
