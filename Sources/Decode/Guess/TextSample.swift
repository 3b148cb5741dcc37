/// The part of a page that tells its charset: bytes beyond ASCII, and the ASCII beside them.
enum TextSample {
    private static let maximumBytes = 12 << 10
    /// A byte of ASCII may be the second of a character, so the first of a run are kept, and some before the next.
    private static let kept = 3

    /// At most 12 KiB, cut only where a character cannot be; empty for plain ASCII.
    static func take(from bytes: ArraySlice<UInt8>) -> [UInt8] {
        var sample: [UInt8] = []
        var hasHighByte = false
        var runStart = bytes.startIndex
        var index = bytes.startIndex
        while index < bytes.endIndex, sample.count < maximumBytes {
            guard bytes[index] < 0x80 else {
                sample.append(bytes[index])
                hasHighByte = true
                index += 1
                continue
            }
            runStart = index
            while index < bytes.endIndex, bytes[index] < 0x80 { index += 1 }
            let run = bytes[runStart..<index]
            if run.count <= 2 * kept {
                sample.append(contentsOf: run)
            } else {
                if hasHighByte { sample.append(contentsOf: run.prefix(kept)) }
                sample.append(UInt8(ascii: "\n"))
                if index < bytes.endIndex { sample.append(contentsOf: run.suffix(kept)) }
            }
        }
        return hasHighByte ? sample : []
    }
}
