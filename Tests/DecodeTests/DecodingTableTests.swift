import Testing

@testable import Decode

@Suite struct DecodingTableTests {
    private func count(_ table: CharacterTable) -> Int { (0..<table.count).count { !table[$0].isNone } }

    /// The indexes of the standard have so many entries; the four pairs of Big5 are not in the table.
    @Test func everyIndexHasAsManyCharactersAsTheStandard() {
        #expect(count(GB18030Table.twoByte) == 23_940)
        #expect(count(Big5Table.twoByte) == 18_590)
        #expect(count(JapaneseTables.supplementary) == 6067)
        #expect(count(KoreanTable.twoByte) == 17_048)
        #expect(count(JapaneseTables.eucJP) == 7336)
        #expect(count(JapaneseTables.shiftJIS) == 9604)
    }

    @Test func everyCharacterIsWrittenAsItsUTF8() {
        for value in [0x80, 0x7FF, 0x800, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF] as [UInt32] {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let packed = PackedCharacter(scalar: value)
            let bytes = (0..<packed.length).map { UInt8(truncatingIfNeeded: packed.bits >> UInt32(8 * $0)) }
            #expect(bytes == Array(String(scalar).utf8))
            if value < 0x10000 { #expect(packed.basicPlaneScalar == value) }
        }
        #expect(PackedCharacter(scalar: 0xFFFD) == .replacement)
        #expect(PackedCharacter.none.isNone)
    }

    @Test func theTablesOfJapaneseAgreeWhereBothHaveACharacter() {
        // Row 16, cell 1 is the first Chinese character of JIS X 0208.
        #expect(JapaneseTables.eucJP[DecodingTables.index(0xB0, 0xA1)] == PackedCharacter(scalar: 0x4E9C))
        #expect(JapaneseTables.shiftJIS[DecodingTables.index(0x88, 0x9F)] == PackedCharacter(scalar: 0x4E9C))
        // The last row of Shift_JIS below its second half, and the first above it.
        #expect(JapaneseTables.shiftJIS[DecodingTables.index(0x9F, 0xFC)] == PackedCharacter(scalar: 0x6ECC))
        #expect(JapaneseTables.eucJP[DecodingTables.index(0xDE, 0xFE)] == PackedCharacter(scalar: 0x6ECC))
        #expect(JapaneseTables.eucJP[DecodingTables.index(0xDF, 0xA1)] == PackedCharacter(scalar: 0x6F3E))
    }

    @Test func aConverterGivesOneCharacterOrNone() throws {
        let converter = try makeConverter("BIG5-HKSCS")
        #expect(converter.scalar(0xA4, 0xA4) == 0x4E2D)
        #expect(converter.scalar(0x88, 0x62) == nil)
        #expect(converter.scalar(0x88, 0x66) == 0xCA)
        #expect(converter.scalar(0xA4) == nil)
        #expect(converter.scalar(0x41, 0x42) == nil)
        // What went wrong before does not stay.
        #expect(converter.scalar(0xA4, 0xE5) == 0x6587)
    }

    private func makeConverter(_ name: String) throws -> Converter {
        guard let converter = Converter(name) else { throw MissingCharset(name: name) }
        return converter
    }
}

private struct MissingCharset: Error {
    let name: String
}
