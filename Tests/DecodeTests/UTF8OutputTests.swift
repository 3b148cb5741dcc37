import Testing

@testable import Decode

@Suite struct UTF8OutputTests {
    /// What a piece of work writes into memory of a size.
    private func written(_ capacity: Int, _ work: (inout UTF8Output) -> Void) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: capacity + UTF8Output.spare) { memory, count in
            guard let base = memory.baseAddress else { return }
            var output = UTF8Output(base, capacity: capacity)
            work(&output)
            count = output.count
        }
    }

    @Test func asciiIsCopiedUpToTheFirstOtherByte() {
        for length in 0..<70 {
            let bytes = (0..<length).map { UInt8($0 + 1) } + [0xC3] + [UInt8](repeating: 0x41, count: 20)
            let copied = written(200) { output in
                bytes.withUnsafeBufferPointer { input in
                    guard let base = input.baseAddress else { return }
                    let stopped = output.copyASCII(from: base, to: base + input.count)
                    #expect(stopped - base == length)
                }
            }
            #expect(copied == Array(bytes[..<length]))
        }
    }

    @Test func asciiIsCopiedToTheEnd() {
        for length in 0..<70 {
            let bytes = [UInt8](repeating: 0x61, count: length)
            #expect(
                written(100) { output in
                    bytes.withUnsafeBufferPointer { input in
                        guard let base = input.baseAddress else { return }
                        _ = output.copyASCII(from: base, to: base + input.count)
                    }
                } == bytes)
        }
    }

    @Test func aFullOutputIsNotWrittenBeyondItsSpareBytes() {
        let bytes = [UInt8](repeating: 0x61, count: 500)
        for capacity in 0..<40 {
            let copied = written(capacity) { output in
                bytes.withUnsafeBufferPointer { input in
                    guard let base = input.baseAddress else { return }
                    _ = output.copyASCII(from: base, to: base + input.count)
                }
                #expect(!output.hasRoom)
            }
            #expect(copied.count >= capacity && copied.count < capacity + UTF8Output.spare)
        }
    }

    @Test func replacementsAreCounted() {
        var count = 0
        let bytes = written(20) { output in
            output.put(scalar: 0x41)
            output.putReplacement()
            output.put(scalar: 0x1F600)
            output.putReplacement()
            count = output.replacements
        }
        #expect(String(decoding: bytes, as: UTF8.self) == "A\u{FFFD}😀\u{FFFD}")
        #expect(count == 2)
    }

    @Test(arguments: ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1251", "utf-16le", "iso-2022-jp"])
    func aDecoderStopsWhereThereIsNoRoom(name: String) {
        let bytes = Array(String(repeating: "plain text ", count: 50).utf8)
        let decoded = charset(name).decode(bytes)
        #expect(decoded.utf8.count >= bytes.count / 2)
        #expect(name == "utf-16le" || decoded.utf8 == bytes)
    }
}
