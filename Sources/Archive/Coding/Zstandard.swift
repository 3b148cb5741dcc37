internal import CZstd

/// The content coding `zstd` (RFC 8878), whose window is 8 MiB at most (RFC 9659).
enum Zstandard {
    private static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

    /// Inflates the frames one after another up to `maximumBytes`; nil where the bytes do not begin as a frame.
    static func decode(_ body: [UInt8], maximumBytes: Int) -> Decoded? {
        guard body.starts(with: magic), let stream = ZSTD_createDStream() else { return nil }
        defer { ZSTD_freeDStream(stream) }
        guard ZSTD_isError(ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 23)) == 0 else { return nil }
        return body.withUnsafeBytes { source in
            var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
            return Decoded.growing(upTo: maximumBytes) { room in
                var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
                repeat {
                    let rest = ZSTD_decompressStream(stream, &output, &input)
                    if ZSTD_isError(rest) != 0 { return (output.pos, .broken) }
                    // A frame is over; only at the end of the input is that the end of the body.
                    if rest == 0, input.pos == input.size { return (output.pos, .finished) }
                } while output.pos < output.size && input.pos < input.size
                return (output.pos, .goesOn)
            }.decoded
        }
    }
}
