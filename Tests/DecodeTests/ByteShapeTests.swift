import Testing

@testable import Decode

@Suite struct ByteShapeTests {
    @Test func bytesAreCountedByTheirNeighbours() {
        let shape = ByteShape([0x61, 0xE9, 0x61, 0xD6, 0xD0, 0x61, 0xD6, 0xD0, 0xB9])
        #expect(shape.highBytes == 6)
        #expect(shape.pairedBytes == 5)
        #expect(shape.utf8Errors > 0)
        #expect(!shape.isNearlyUTF8)
    }

    @Test func charactersOfUTF8AreCounted() {
        let shape = ByteShape(Array("aé中😀".utf8))
        #expect(shape.highBytes == 9)
        #expect(shape.utf8Characters == 3)
        #expect(shape.utf8Errors == 0)
        #expect(shape.isNearlyUTF8)
        #expect(shape.isUTF8(despite: 0))
    }

    @Test func oneShortCharacterProvesNothing() {
        let shape = ByteShape(Array("é".utf8))
        #expect(shape.isNearlyUTF8)
        #expect(!shape.isUTF8(despite: 0))
        #expect(ByteShape(Array("中".utf8)).isUTF8(despite: 1))
        #expect(!ByteShape(Array("中".utf8)).isUTF8(despite: 0))
    }

    @Test func aTornEndIsNoError() {
        #expect(ByteShape(Array("中文".utf8.dropLast())).utf8Errors == 0)
        #expect(ByteShape(Array("中文".utf8.dropLast()) + [0x61]).utf8Errors == 1)
    }

    @Test func oneErrorInFiftyIsBorne() {
        let text = Array(String(repeating: "新闻", count: 51).utf8)
        #expect(ByteShape(text + [0xFF, 0x61]).isNearlyUTF8)
        #expect(!ByteShape(text + [0xFF, 0x61, 0xFF, 0x61, 0xFF, 0x61]).isNearlyUTF8)
    }

    @Test func plainASCIIAndNothingHaveNoShape() {
        #expect(ByteShape([]).highBytes == 0)
        #expect(ByteShape(Array("plain".utf8)).highBytes == 0)
        #expect(!ByteShape(Array("plain".utf8)).isNearlyUTF8)
    }

    @Test func aLongPageIsCountedInPart() {
        let shape = ByteShape(Array(String(repeating: "中 ", count: 100_000).utf8))
        #expect(shape.highBytes >= 32 << 10 && shape.highBytes < 33 << 10)
    }
}
