/// Section 13.2.1: ISO-2022-JP, whose escape sequences choose what the bytes mean.
struct ISO2022JPDecoder: ByteDecoder {
    private enum State { case ascii, roman, katakana, leadByte }

    private var state = State.ascii
    /// Whether the last thing written belongs to the present state; two escapes with nothing between are an error.
    private var hasOutput = false

    static func decode(_ input: UnsafeBufferPointer<UInt8>, into output: inout UTF8Output) -> Bool {
        var decoder = ISO2022JPDecoder()
        var index = 0
        while index < input.count {
            guard output.hasRoom(for: 12) else { return false }
            index += decoder.step(input, at: index, &output)
        }
        return true
    }

    /// Decodes one character or escape; gives how many bytes are consumed.
    private mutating func step(_ input: UnsafeBufferPointer<UInt8>, at index: Int, _ output: inout UTF8Output) -> Int {
        let byte = input[index]
        if byte == 0x1B { return escape(input, at: index, &output) }
        switch state {
        case .leadByte where (0x21...0x7E).contains(byte):
            return pair(input, at: index, &output)
        case .katakana where (0x21...0x5F).contains(byte):
            output.put(scalar: 0xFF61 - 0x21 + UInt32(byte))
        case .roman where byte == 0x5C:
            output.put(scalar: 0xA5)
        case .roman where byte == 0x7E:
            output.put(scalar: 0x203E)
        case .ascii where byte < 0x80 && byte != 0x0E && byte != 0x0F,
            .roman where byte < 0x80 && byte != 0x0E && byte != 0x0F:
            output.putASCII(byte)
        default:
            output.putReplacement()
        }
        hasOutput = false
        return 1
    }

    private mutating func pair(_ input: UnsafeBufferPointer<UInt8>, at index: Int, _ output: inout UTF8Output) -> Int {
        hasOutput = false
        guard index + 1 < input.count else {
            output.putReplacement()
            return 1
        }
        let trail = input[index + 1]
        if trail == 0x1B {
            output.putReplacement()
            return 1
        }
        let character =
            (0x21...0x7E).contains(trail)
            ? JapaneseTables.eucJP[DecodingTables.index(input[index] | 0x80, trail | 0x80)] : .none
        if character.isNone { output.putReplacement() } else { output.put(character) }
        return 2
    }

    private mutating func escape(_ input: UnsafeBufferPointer<UInt8>, at index: Int, _ output: inout UTF8Output) -> Int
    {
        var next: State?
        if index + 2 < input.count {
            switch (input[index + 1], input[index + 2]) {
            case (0x28, 0x42): next = .ascii
            case (0x28, 0x4A): next = .roman
            case (0x28, 0x49): next = .katakana
            case (0x24, 0x40), (0x24, 0x42): next = .leadByte
            default: break
            }
        }
        guard let next else {
            // The bytes behind the escape are read again in the state that was.
            hasOutput = false
            output.putReplacement()
            return 1
        }
        state = next
        if hasOutput { output.putReplacement() }
        hasOutput = true
        return 3
    }
}
