/// Section 13: index jis0208 in the places of Shift_JIS and of EUC-JP, and index jis0212.
enum JapaneseTables {
    /// By the two bytes of Shift_JIS; the private-use rows (leads F0 to F9) included, as the decoder has them.
    static let shiftJIS = DecodingTables.twoByte("CP932")

    /// By the two bytes of EUC-JP, taken from the same rows.
    static let eucJP = CharacterTable(count: 128 << 8) { values in
        for row in 0..<94 {
            for cell in 0..<94 {
                let (lead, trail) = shiftJISBytes(row: row, cell: cell)
                values[DecodingTables.index(UInt8(row + 0xA1), UInt8(cell + 0xA1))] =
                    shiftJIS[DecodingTables.index(lead, trail)]
            }
        }
    }

    /// By the two bytes that follow 8F in EUC-JP.
    static let supplementary = CharacterTable(count: 128 << 8) { values in
        guard let converter = Converter("EUC-JP") else { return }
        for lead in UInt8(0xA1)...0xFE {
            for trail in UInt8(0xA1)...0xFE {
                guard let scalar = converter.scalar(0x8F, lead, trail) else { continue }
                values[DecodingTables.index(lead, trail)] = PackedCharacter(scalar: scalar)
            }
        }
    }

    private static func shiftJISBytes(row: Int, cell: Int) -> (UInt8, UInt8) {
        let lead = row / 2 + (row < 62 ? 0x81 : 0xC1)
        let place = row % 2 * 94 + cell
        return (UInt8(lead), UInt8(place + (place < 63 ? 0x40 : 0x41)))
    }
}

/// Section 14: index EUC-KR, which is the code page 949.
enum KoreanTable {
    static let twoByte = DecodingTables.twoByte("CP949")
}
