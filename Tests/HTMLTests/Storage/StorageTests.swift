import Testing

@testable import HTML

@Suite struct GrowableBufferTests {
    @Test func elementsStayInOrderWhileItGrows() {
        var buffer = GrowableBuffer<Int>(capacity: 0)
        for number in 0..<10_000 { buffer.append(number) }
        let last = buffer.last
        let all = buffer.array
        #expect(all == Array(0..<10_000))
        #expect(last == 9999)
    }

    @Test func insertingAndRemovingMoveTheRest() {
        var buffer = GrowableBuffer(copying: [1, 2, 4])
        buffer.insert(3, at: 2)
        buffer.insert(0, at: 0)
        buffer.insert(5, at: 5)
        let longer = buffer.array
        buffer.remove(at: 0)
        buffer.remove(at: 4)
        buffer.removeLast()
        let shorter = buffer.array
        #expect(longer == [0, 1, 2, 3, 4, 5])
        #expect(shorter == [1, 2, 3])
    }

    @Test func removingTheFirstMovesTheRest() {
        var buffer = GrowableBuffer(copying: [1, 2, 3, 4, 5])
        buffer.removeFirst(3)
        let rest = buffer.array
        #expect(rest == [4, 5])
    }

    @Test func truncatingDropsTheEnd() {
        var buffer = GrowableBuffer(copying: [1, 2, 3])
        buffer.truncate(to: 1)
        let rest = buffer.array
        buffer.truncate(to: 0)
        let isEmpty = buffer.isEmpty
        #expect(rest == [1])
        #expect(isEmpty)
    }

    @Test func aBlockIsAppendedWhole() {
        var buffer = GrowableBuffer<UInt8>(capacity: 8)
        let block = [UInt8](0..<200)
        block.withUnsafeBufferPointer { bytes in
            if let start = bytes.baseAddress { buffer.append(start, bytes.count) }
        }
        let copy = buffer.array
        #expect(copy == block)
    }

    @Test func roomIsMadeAtTheEnd() {
        var buffer = GrowableBuffer(copying: [1, 2])
        let start = buffer.extend(by: 1000)
        let kept = Array(buffer.array.prefix(2))
        let count = buffer.count
        #expect(start == 2)
        #expect(count == 1002)
        #expect(kept == [1, 2])
    }

    @Test func releasedMemoryOutlivesTheBuffer() {
        let buffer = GrowableBuffer(copying: [7, 8])
        let memory = buffer.release()
        #expect(memory[0] == 7 && memory[1] == 8)
        memory.deallocate()
    }
}

@Suite struct SourceBufferTests {
    private func normalised(_ text: String) -> String {
        let source = Array(text.utf8).withUnsafeBufferPointer { SourceBuffer($0) }
        defer { source.base.deallocate() }
        for index in 0..<SourceBuffer.padding { #expect(source.base[source.count + index] == 0) }
        return String(decoding: UnsafeBufferPointer(start: source.base, count: source.count), as: UTF8.self)
    }

    @Test func textWithoutCarriageReturnsIsCopied() {
        #expect(normalised("a\nb") == "a\nb")
        #expect(normalised("") == "")
    }

    @Test func carriageReturnsBecomeLineFeeds() {
        #expect(normalised("a\rb") == "a\nb")
        #expect(normalised("a\r\nb") == "a\nb")
        #expect(normalised("\r\r\n\r") == "\n\n\n")
        #expect(normalised("\r") == "\n")
        #expect(normalised("\r\n") == "\n")
        #expect(normalised("a\n\rb") == "a\n\nb")
    }
}

@Suite struct ScanTests {
    @Test func theFirstOfTheSetIsFoundWhereverItLies() {
        for position in 0..<70 {
            var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 70) + [UInt8](repeating: 0, count: 32)
            bytes[position] = UInt8(ascii: position.isMultiple(of: 2) ? "<" : "&")
            bytes.withUnsafeBufferPointer { buffer in
                guard let start = buffer.baseAddress else { return }
                let found = Scan.next(UInt8(ascii: "<"), UInt8(ascii: "&"), from: start)
                #expect(found - start == position)
            }
        }
    }

    @Test func nullStopsEveryScan() {
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 37) + [UInt8](repeating: 0, count: 32)
        bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            #expect(Scan.next(UInt8(ascii: "<"), from: start) - start == 37)
            #expect(Scan.next(0, from: start) - start == 37)
            #expect(Scan.next(UInt8(ascii: "'"), UInt8(ascii: "&"), from: start + 5) - start == 37)
        }
    }

    @Test func bytesOutsideASCIIStopNoScan() {
        let bytes = Array("中文，没有标签<b>".utf8) + [UInt8](repeating: 0, count: 32)
        bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            #expect(Scan.next(UInt8(ascii: "<"), UInt8(ascii: "&"), from: start) - start == 21)
        }
    }
}

@Suite struct DataRangeTests {
    @Test func aDecodedRangeKnowsItsPlace() {
        let range = DataRange(decodedAt: 40, length: 3)
        #expect(range.isDecoded)
        #expect(range.offset == 40)
        #expect(range.dropFirst(1).offset == 41)
        #expect(range.dropFirst(3).isEmpty)
        #expect(range.prefix(2).length == 2)
    }

    @Test func rangesOfSourceAndSideBufferNeverMeet() {
        #expect(DataRange(address: 40, length: 3) != DataRange(decodedAt: 40, length: 3))
        #expect(!DataRange(address: 40, length: 3).isDecoded)
        #expect(DataRange(address: 0, length: 40).end != DataRange(decodedAt: 40, length: 3).address)
    }
}
