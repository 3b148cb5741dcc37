/// Section 9: the characters of the bytes 80 to FF in the charsets of single bytes.
enum SingleByteTable {
    /// glibc's name for each charset of the standard.
    static let converters: [String: String] = {
        var names = [
            "ibm866": "IBM866", "koi8-r": "KOI8-R", "koi8-u": "KOI8-U", "macintosh": "MACINTOSH",
            "windows-874": "CP874",
            "x-mac-cyrillic": "MAC-CYRILLIC", "iso-8859-8-i": "ISO-8859-8",
        ]
        for number in [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16] { names["iso-8859-\(number)"] = "ISO-8859-\(number)" }
        for number in 1250...1258 { names["windows-\(number)"] = "CP\(number)" }
        return names
    }()

    private static let tables: [String: CharacterTable] = {
        var tables: [String: CharacterTable] = [:]
        for (name, converter) in converters { tables[name] = make(name, converter) }
        return tables
    }()

    /// 128 entries; nil if the charset is not one of single bytes.
    static func table(_ name: String) -> CharacterTable? { tables[name] }

    /// In the code pages of Windows, bytes below A0 that iconv leaves out are control characters.
    private static func make(_ name: String, _ converterName: String) -> CharacterTable {
        CharacterTable(count: 128) { values in
            guard let converter = Converter(converterName) else { return }
            let isWindows = name.hasPrefix("windows-")
            for byte in UInt8(0x80)...0xFF {
                let control = isWindows && byte < 0xA0 ? UInt32(byte) : nil
                guard let scalar = patches[name]?[byte] ?? converter.scalar(byte) ?? control else { continue }
                values[Int(byte) - 0x80] = PackedCharacter(scalar: scalar)
            }
        }
    }

    /// Where the standard has another character than iconv.
    private static let patches: [String: [UInt8: UInt32]] = [
        "koi8-u": [0xAE: 0x45E, 0xBE: 0x40E],
        "macintosh": [0xBD: 0x3A9, 0xC6: 0x2206, 0xDB: 0x20AC, 0xF0: 0xF8FF],
        "x-mac-cyrillic": [0xA2: 0x490, 0xB6: 0x491, 0xFF: 0x20AC],
        "windows-1255": [0xCA: 0x5BA],
    ]
}
