/// A decoding table in memory of its own, so that reading it costs no more than a load.
///
/// Made once and never changed or freed.
struct CharacterTable: Sendable {
    /// `count` entries.
    nonisolated(unsafe) let entries: UnsafePointer<PackedCharacter>  // written before it is shared, never after
    let count: Int

    init(count: Int, _ fill: (inout [PackedCharacter]) -> Void) {
        var values = [PackedCharacter](repeating: .none, count: count)
        fill(&values)
        let memory = UnsafeMutablePointer<PackedCharacter>.allocate(capacity: count)
        memory.initialize(from: values, count: count)
        entries = UnsafePointer(memory)
        self.count = count
    }

    @inline(__always)
    subscript(index: Int) -> PackedCharacter { entries[index] }
}

/// The tables of the multi-byte charsets, built from iconv when first used; each takes some milliseconds.
///
/// A table that the system's iconv cannot make is empty, and all its characters decode to U+FFFD;
/// ``DecodingTables/missing()`` tells.
package enum DecodingTables {
    /// glibc's names of the charsets that the system does not know; empty where all is well.
    package static func missing() -> [String] {
        let names = ["GB18030", "BIG5", "BIG5-HKSCS", "CP932", "EUC-JP", "CP949"] + SingleByteTable.converters.values
        return names.sorted().filter { name in
            guard Converter(name) != nil else { return true }
            return false
        }
    }

    /// A table indexed by a lead byte from 0x80 and a trail byte, from one charset of iconv.
    static func twoByte(_ name: String, _ patch: (inout [PackedCharacter]) -> Void = { _ in }) -> CharacterTable {
        CharacterTable(count: 128 << 8) { values in
            addTwoByte(name, to: &values)
            patch(&values)
        }
    }

    /// Enters the characters of two bytes that are not there yet.
    static func addTwoByte(_ name: String, to values: inout [PackedCharacter], leads: ClosedRange<UInt8> = 0x81...0xFE)
    {
        guard let converter = Converter(name) else { return }
        for lead in leads {
            for trail in UInt8(0x40)...0xFE {
                let index = DecodingTables.index(lead, trail)
                guard values[index].isNone, let scalar = converter.scalar(lead, trail) else { continue }
                values[index] = PackedCharacter(scalar: scalar)
            }
        }
    }

    @inline(__always)
    static func index(_ lead: UInt8, _ trail: UInt8) -> Int { Int(lead & 0x7F) << 8 | Int(trail) }
}
