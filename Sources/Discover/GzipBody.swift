import CISAL
import Model

/// Inflates a body that is still gzip (RFC 1952): a sitemap is often a `.gz` file, whatever its headers say.
///
/// All members are read. What inflates to more than the limit is refused before it is held; a body that was cut gives
/// the bytes before the cut.
struct GzipBody {
    /// Sitemaps are at most 50 MB by their protocol.
    static let maximumBytes = 64 << 20

    /// The body itself, or what is packed in it.
    static func unpacked(
        _ body: [UInt8], maximumBytes: Int = GzipBody.maximumBytes, url: WebURL?
    ) throws(DiscoverError) -> [UInt8] {
        guard body.starts(with: [0x1F, 0x8B, 0x08]) else { return body }
        let (bytes, failure) = inflate(body, maximumBytes: maximumBytes)
        if let failure { throw DiscoverError(.badCompression, url: url, found: failure) }
        return bytes
    }

    private static func inflate(_ body: [UInt8], maximumBytes: Int) -> (bytes: [UInt8], failure: String?) {
        let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
        defer { state.deallocate() }
        isal_inflate_init(state)
        state.pointee.crc_flag = UInt32(ISAL_GZIP)
        var input = body
        var output: [UInt8] = []
        let failure = input.withUnsafeMutableBufferPointer { input in
            state.pointee.next_in = input.baseAddress
            state.pointee.avail_in = UInt32(clamping: input.count)
            return run(state, into: &output, maximumBytes: maximumBytes)
        }
        return (output, failure)
    }

    /// Inflates member after member; the failure is what a person should know.
    private static func run(
        _ state: UnsafeMutablePointer<inflate_state>, into output: inout [UInt8], maximumBytes: Int
    ) -> String? {
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let before = (state.pointee.avail_in, state.pointee.block_state)
            let (status, count) = chunk.withUnsafeMutableBufferPointer { chunk in
                state.pointee.next_out = chunk.baseAddress
                state.pointee.avail_out = UInt32(chunk.count)
                return (isal_inflate(state), chunk.count - Int(state.pointee.avail_out))
            }
            guard status == ISAL_DECOMP_OK else { return output.isEmpty ? "not gzip data (code \(status))" : nil }
            guard output.count + count <= maximumBytes else { return "it inflates to more than \(maximumBytes) bytes" }
            output.append(contentsOf: chunk[..<count])
            if state.pointee.block_state == ISAL_BLOCK_FINISH {
                guard state.pointee.avail_in > 0, state.pointee.next_in?.pointee == 0x1F else { return nil }
                isal_inflate_reset(state)
                state.pointee.crc_flag = UInt32(ISAL_GZIP)
            } else if count == 0, before == (state.pointee.avail_in, state.pointee.block_state) {
                return nil
            }
        }
    }
}
