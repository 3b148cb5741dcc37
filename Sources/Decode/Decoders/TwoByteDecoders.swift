// The decoders of characters of two bytes. A pair that is no character becomes one U+FFFD; its second byte is read
// again if it is ASCII, so that a broken character never swallows a `<`.

/// Section 12.1.1: Big5.
enum Big5Decoder: ByteDecoder {
    static func decode(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool {
        let table = Big5Table.twoByte
        return decodeRuns(input, into: &output) { next, end, output in
            guard let trail = trailByte(next, end, &output) else { return next + 1 }
            let character = table[DecodingTables.index(next.pointee, trail)]
            if !character.isNone {
                output.put(character)
                return next + 2
            }
            if let (letter, mark) = Big5Table.pair(lead: next.pointee, trail: trail) {
                output.put(scalar: letter)
                output.put(scalar: mark)
                return next + 2
            }
            return next + broken(trail, &output)
        }
    }
}

/// Section 14.1.1: EUC-KR.
enum EUCKRDecoder: ByteDecoder {
    static func decode(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool {
        let table = KoreanTable.twoByte
        return decodeRuns(input, into: &output) { next, end, output in
            guard let trail = trailByte(next, end, &output) else { return next + 1 }
            let character = table[DecodingTables.index(next.pointee, trail)]
            guard character.isNone else {
                output.put(character)
                return next + 2
            }
            return next + broken(trail, &output)
        }
    }
}

/// Section 13.3.1: Shift_JIS.
enum ShiftJISDecoder: ByteDecoder {
    static func decode(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool {
        let table = JapaneseTables.shiftJIS
        return decodeRuns(input, into: &output) { next, end, output in
            switch next.pointee {
            case 0x80:
                output.put(scalar: 0x80)
                return next + 1
            case 0xA1...0xDF:
                output.put(scalar: UInt32(next.pointee) + 0xFF61 - 0xA1)
                return next + 1
            case 0xA0, 0xFD...0xFF:
                output.putReplacement()
                return next + 1
            default:
                guard let trail = trailByte(next, end, &output) else { return next + 1 }
                let character = table[DecodingTables.index(next.pointee, trail)]
                guard character.isNone else {
                    output.put(character)
                    return next + 2
                }
                return next + broken(trail, &output)
            }
        }
    }
}

/// Section 13.1.1: EUC-JP.
enum EUCJPDecoder: ByteDecoder {
    static func decode(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool {
        let (table, supplementary) = (JapaneseTables.eucJP, JapaneseTables.supplementary)
        return decodeRuns(input, into: &output) { next, end, output in
            let lead = next.pointee
            guard lead >= 0xA1 || lead == 0x8E || lead == 0x8F else {
                output.putReplacement()
                return next + 1
            }
            guard let trail = trailByte(next, end, &output) else { return next + 1 }
            if lead == 0x8E, (0xA1...0xDF).contains(trail) {
                output.put(scalar: UInt32(trail) + 0xFF61 - 0xA1)
                return next + 2
            }
            if lead == 0x8F, (0xA1...0xFE).contains(trail) {
                guard let last = trailByte(next + 1, end, &output) else { return end }
                let character = supplementary[DecodingTables.index(trail, last)]
                guard character.isNone else {
                    output.put(character)
                    return next + 3
                }
                return next + 1 + broken(last, &output)
            }
            let character = lead < 0xA0 ? .none : table[DecodingTables.index(lead, trail)]
            guard character.isNone else {
                output.put(character)
                return next + 2
            }
            return next + broken(trail, &output)
        }
    }
}

/// The byte behind a lead byte; nil, with U+FFFD written, if there is none or the byte is no lead.
@inline(__always)
private func trailByte(
    _ next: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ output: inout UTF8Output
) -> UInt8? {
    guard end - next >= 2, next.pointee != 0x80, next.pointee != 0xFF else {
        output.putReplacement()
        return nil
    }
    return next[1]
}

/// Writes U+FFFD for a pair that is no character; gives how many bytes it takes.
private func broken(_ trail: UInt8, _ output: inout UTF8Output) -> Int {
    output.putReplacement()
    return trail < 0x80 ? 1 : 2
}
