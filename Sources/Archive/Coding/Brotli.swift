internal import CBrotli

/// The content coding `br` (RFC 7932).
enum Brotli {
    /// Inflates a stream up to `maximumBytes`; nil where it breaks before it gives anything, and so is most likely not brotli.
    static func decode(_ body: [UInt8], maximumBytes: Int) -> Decoded? {
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
        defer { BrotliDecoderDestroyInstance(state) }
        return body.withUnsafeBytes { source in
            var input = source.baseAddress?.assumingMemoryBound(to: UInt8.self)
            var left = source.count
            let (decoded, isBroken) = Decoded.growing(upTo: maximumBytes) { room in
                var output = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
                var free = room.count
                let result = BrotliDecoderDecompressStream(state, &left, &input, &free, &output, nil)
                return (room.count - free, step(result))
            }
            return isBroken && decoded.bytes.isEmpty ? nil : decoded
        }
    }

    private static func step(_ result: BrotliDecoderResult) -> Decoded.Step {
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: .finished
        case BROTLI_DECODER_RESULT_ERROR: .broken
        default: .goesOn
        }
    }
}
