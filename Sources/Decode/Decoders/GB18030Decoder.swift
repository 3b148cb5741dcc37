/// Section 10.2.1: gb18030, which decodes GBK and GB2312 too.
enum GB18030Decoder: ByteDecoder {
    static func decode(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool {
        let table = GB18030Table.twoByte
        return decodeRuns(input, into: &output) { next, end, output in
            if end - next >= 2 {
                let character = table[DecodingTables.index(next[0], next[1])]
                if !character.isNone {
                    output.put(character)
                    return next + 2
                }
            }
            return next + decodeRare(UnsafeBufferPointer(start: next, count: end - next), &output)
        }
    }

    /// Everything but a character of two bytes; gives how many bytes are consumed.
    ///
    /// After a broken sequence, all but its first byte are read again, as far as they may begin something of their own.
    private static func decodeRare(_ bytes: UnsafeBufferPointer<UInt8>, _ output: inout UTF8Output) -> Int {
        let first = bytes[0]
        if first == 0x80 {
            output.put(scalar: 0x20AC)
            return 1
        }
        func broken(_ consumed: Int) -> Int {
            output.putReplacement()
            return consumed
        }
        guard first != 0xFF else { return broken(1) }
        guard bytes.count > 1 else { return broken(1) }
        guard (0x30...0x39).contains(bytes[1]) else { return broken(bytes[1] < 0x80 ? 1 : 2) }
        guard bytes.count > 2 else { return broken(2) }
        guard (0x81...0xFE).contains(bytes[2]) else { return broken(1) }
        guard bytes.count > 3 else { return broken(3) }
        guard (0x30...0x39).contains(bytes[3]) else { return broken(1) }
        let high = (Int(first) - 0x81) * 12_600 + (Int(bytes[1]) - 0x30) * 1260
        let character = GB18030Table.fourByte(pointer: high + (Int(bytes[2]) - 0x81) * 10 + Int(bytes[3]) - 0x30)
        guard !character.isNone else { return broken(4) }
        output.put(character)
        return 4
    }
}
