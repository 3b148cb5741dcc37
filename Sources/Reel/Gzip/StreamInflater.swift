internal import CISAL
internal import Glibc

/// Inflates a gzip member or a raw deflate stream piece by piece.
struct StreamInflater: ~Copyable {
    enum Outcome { case goesOn, finished, broken(DamageCause) }

    private let state: UnsafeMutablePointer<inflate_state>

    init() {
        state = .allocate(capacity: 1)
        memset(state, 0, MemoryLayout<inflate_state>.size)
    }

    deinit { state.deallocate() }

    /// Begins a deflate stream; with a trailer, the gzip trailer after it is read and checked too.
    borrowing func begin(hasTrailer: Bool) {
        isal_inflate_init(state)
        state.pointee.crc_flag = UInt32(hasTrailer ? ISAL_GZIP_NO_HDR_VER : ISAL_DEFLATE)
    }

    /// Inflates what there is into what room there is; how many bytes were taken and given.
    borrowing func inflate(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> (taken: Int, given: Int, Outcome) {
        // ISA-L does not write to its input; the pointer is not const because C's API says so.
        let source = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        state.pointee.next_in = source.map { UnsafeMutablePointer(mutating: $0) }
        state.pointee.avail_in = UInt32(input.count)
        state.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        state.pointee.avail_out = UInt32(output.count)
        let status = isal_inflate(state)
        let taken = input.count - Int(state.pointee.avail_in)
        let given = output.count - Int(state.pointee.avail_out)
        if status == ISAL_INCORRECT_CHECKSUM { return (taken, given, .broken(.checksumMismatch)) }
        guard status == ISAL_DECOMP_OK else { return (taken, given, .broken(.badDeflate)) }
        return (taken, given, state.pointee.block_state == ISAL_BLOCK_FINISH ? .finished : .goesOn)
    }
}
