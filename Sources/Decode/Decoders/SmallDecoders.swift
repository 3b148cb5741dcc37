// The decoders of few lines: single bytes, x-user-defined, replacement.

/// Section 9.1: any charset of single bytes.
enum SingleByteDecoder {
    /// A byte without a character becomes U+FFFD; without a table all of them do.
    static func decode(
        _ input: UnsafeBufferPointer<UInt8>, table: CharacterTable?, into output: inout UTF8Output
    ) -> Bool {
        decodeRuns(input, into: &output) { next, _, output in
            let character = table?[Int(next.pointee) - 0x80] ?? .none
            if character.isNone { output.putReplacement() } else { output.put(character) }
            return next + 1
        }
    }
}

/// Section 15.5.1: x-user-defined, which puts the upper half into the private-use area.
enum UserDefinedDecoder: ByteDecoder {
    static func decode(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool {
        decodeRuns(input, into: &output) { next, _, output in
            output.put(scalar: 0xF780 + UInt32(next.pointee) - 0x80)
            return next + 1
        }
    }
}

/// Section 15.1.1: replacement, for charsets that were used to smuggle script past filters: one U+FFFD for everything.
enum ReplacementDecoder: ByteDecoder {
    static func decode(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool {
        if !input.isEmpty { output.putReplacement() }
        return true
    }
}
