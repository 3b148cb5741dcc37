/// Unpacks a gzip or deflate body that is in memory whole.
package enum Gunzip {
    /// What came out, and whether that is all.
    package struct Result: Sendable, Equatable {
        package let bytes: [UInt8]
        /// Whether the stream ended, and its checksum held; false where it is cut, broken, or longer than the bound.
        package let isWhole: Bool
    }

    /// Inflates the members one after another, up to `maximumBytes`; nil where the bytes do not begin as gzip.
    package static func members(_ bytes: [UInt8], maximumBytes: Int) -> Result? {
        bytes.withUnsafeBytes { source in
            guard var header = GzipHeader(source) else { return nil }
            let inflater = StreamInflater()
            var output: [UInt8] = []
            var rest = source[header.length...]
            while true {
                inflater.begin(hasTrailer: true)
                guard inflate(inflater, &rest, &output, maximumBytes) else {
                    return Result(bytes: output, isWhole: false)
                }
                guard let next = GzipHeader(UnsafeRawBufferPointer(rebasing: rest)) else { break }
                header = next
                rest = rest.dropFirst(header.length)
            }
            return Result(bytes: output, isWhole: true)
        }
    }

    /// Inflates a raw deflate stream (RFC 1951), or one in a zlib wrapper (RFC 1950), whose checksum is not looked at.
    package static func deflate(_ bytes: [UInt8], maximumBytes: Int) -> Result {
        bytes.withUnsafeBytes { source in
            var rest = source[...]
            let isZlib = source.count >= 2 && source[0] & 15 == 8 && (Int(source[0]) << 8 + Int(source[1])) % 31 == 0
            if isZlib { rest = rest.dropFirst(2) }
            let inflater = StreamInflater()
            inflater.begin(hasTrailer: false)
            var output: [UInt8] = []
            let isWhole = inflate(inflater, &rest, &output, maximumBytes)
            return Result(bytes: output, isWhole: isWhole)
        }
    }

    private static func inflate(
        _ inflater: borrowing StreamInflater, _ rest: inout Slice<UnsafeRawBufferPointer>, _ output: inout [UInt8],
        _ maximumBytes: Int
    ) -> Bool {
        while output.count < maximumBytes {
            let kept = output.count
            let room = min(max(64 << 10, kept), maximumBytes - kept)
            output.append(contentsOf: repeatElement(0, count: room))
            let (taken, given, outcome) = output.withUnsafeMutableBytes { bytes in
                inflater.inflate(
                    UnsafeRawBufferPointer(rebasing: rest),
                    into: UnsafeMutableRawBufferPointer(rebasing: bytes[kept...]))
            }
            output.removeLast(room - given)
            rest = rest.dropFirst(taken)
            switch outcome {
            case .finished: return true
            case .broken: return false
            case .goesOn: if taken == 0, given == 0 { return false }
            }
        }
        return false
    }
}
