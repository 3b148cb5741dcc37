/// Section 10: index gb18030 and its ranges, from iconv's GB18030.
enum GB18030Table {
    /// Characters of two bytes.
    ///
    /// iconv follows the edition of 2022 in six characters that the standard leaves in the private-use area, and has a
    /// private-use character where the standard has a second ideographic space.
    static let twoByte = DecodingTables.twoByte("GB18030") { values in
        let patches: [(UInt8, UInt8, UInt32)] = [
            (0xFE, 0x51, 0xE816), (0xFE, 0x52, 0xE817), (0xFE, 0x53, 0xE818), (0xFE, 0x6C, 0xE831),
            (0xFE, 0x76, 0xE83B),
            (0xFE, 0x91, 0xE855), (0xA3, 0xA0, 0x3000),
        ]
        for (lead, trail, scalar) in patches {
            values[DecodingTables.index(lead, trail)] = PackedCharacter(scalar: scalar)
        }
    }

    /// The character of four bytes with that pointer.
    static func fourByte(pointer: Int) -> PackedCharacter {
        if pointer >= 189_000 {
            let scalar = pointer - 189_000 + 0x10000
            return scalar <= 0x10FFFF ? PackedCharacter(scalar: UInt32(scalar)) : .none
        }
        guard pointer < 39_420 else { return .none }
        if pointer == 7457 { return PackedCharacter(scalar: 0xE7C7) }
        var (low, high) = (0, ranges.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if ranges[middle].pointer <= pointer { low = middle } else { high = middle }
        }
        return PackedCharacter(scalar: ranges[low].scalar + UInt32(pointer - ranges[low].pointer))
    }

    /// Where runs of consecutive characters begin.
    ///
    /// The pointers below 39420 number, in their order, the characters of the basic plane that have no two bytes in the
    /// edition of 2000. Later editions gave two bytes to a few that keep their four in the standard.
    private static let ranges: [(pointer: Int, scalar: UInt32)] = {
        var hasTwoBytes = [Bool](repeating: false, count: 0x10000)
        for index in 0..<twoByte.count where !twoByte[index].isNone {
            hasTwoBytes[Int(twoByte[index].basicPlaneScalar)] = true
        }
        for scalar in [0x1E3F] + Array(0x9FB4...0x9FBB) + Array(0xFE10...0xFE19) { hasTwoBytes[scalar] = false }
        let given = [0xE5E5, 0xE7C7, 0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864]
        for scalar in given + Array(0xE78D...0xE796) { hasTwoBytes[scalar] = true }
        var ranges: [(pointer: Int, scalar: UInt32)] = []
        var pointer = 0
        for scalar in 0x80...0xFFFF where !hasTwoBytes[scalar] && !(0xD800...0xDFFF).contains(scalar) {
            if ranges.last.map({ Int($0.scalar) + pointer - $0.pointer != scalar }) ?? true {
                ranges.append((pointer, UInt32(scalar)))
            }
            pointer += 1
        }
        return ranges
    }()
}
