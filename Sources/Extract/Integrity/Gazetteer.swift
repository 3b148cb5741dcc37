/// Looks up the names of China's provinces and cities in text.
enum Gazetteer {
    /// What a name stands for.
    struct Entry {
        enum Kind { case province, city, town, district }

        let name: String
        let kind: Kind
        /// An index into the provinces.
        let province: Int
        /// What the name stands inside of: the province, for a district its city.
        let owner: String
    }

    /// A name in the text.
    struct Hit {
        let entry: Entry
        /// In bytes.
        let length: Int
    }

    /// The longest name that begins at the position.
    static func name(in text: Bytes, at start: Int) -> Hit? {
        var key: UInt64 = 0
        var position = start
        var best: Hit?
        for count in 1...4 {
            guard position + 3 <= text.count, text[position] >= 0xE4, text[position] <= 0xE9 else { break }
            key = key << 16 | UInt64(text.scalar(at: position).value)
            position += 3
            if count > 1, let entry = entries[key] { best = Hit(entry: entry, length: position - start) }
        }
        return best
    }

    /// The longest name that ends at the position.
    static func name(in text: Bytes, endingAt end: Int) -> Hit? {
        var key: UInt64 = 0
        var best: Hit?
        var start = end
        for count in 1...4 {
            guard start >= 3, text[start - 3] >= 0xE4, text[start - 3] <= 0xE9 else { break }
            start -= 3
            key |= UInt64(text.scalar(at: start).value) << UInt64(16 * (count - 1))
            if count > 1, let entry = entries[key] { best = Hit(entry: entry, length: end - start) }
        }
        return best
    }

    /// Whether some name begins with the two characters, nearly always rightly so.
    @inline(__always)
    static func mayBegin(_ filter: UnsafeBufferPointer<UInt64>, _ first: UInt32, _ second: UInt32) -> Bool {
        let slot = slot(first, second)
        return filter[slot >> 6] & (1 << UInt64(slot & 63)) != 0
    }

    @inline(__always)
    private static func slot(_ first: UInt32, _ second: UInt32) -> Int {
        Int(truncatingIfNeeded: (first &* 0x9E37_79B1 ^ second &* 0x85EB_CA77) >> 17)
    }

    /// One bit for every pair of characters that a name may begin with: 32,768 bits.
    static let filter: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 512)
        for entry in entries.values {
            let scalars = entry.name.unicodeScalars.prefix(2).map(\.value)
            note(scalars[0], scalars[1], in: &bits)
        }
        return bits
    }()

    static func note(_ first: UInt32, _ second: UInt32, in bits: inout [UInt64]) {
        let slot = slot(first, second)
        bits[slot >> 6] |= 1 << UInt64(slot & 63)
    }

    /// By up to four characters of sixteen bits each.
    private static let entries: [UInt64: Entry] = {
        var entries: [UInt64: Entry] = [:]
        // What stands higher is kept.
        func add(_ names: String, _ kind: Entry.Kind, _ province: Int, _ owner: String) {
            for name in names.split(separator: " ") {
                let key = name.unicodeScalars.reduce(UInt64(0)) { $0 << 16 | UInt64($1.value) }
                if entries[key] == nil {
                    entries[key] = Entry(name: String(name), kind: kind, province: province, owner: owner)
                }
            }
        }
        let provinces = GazetteerData.provinces
        for (index, province) in provinces.enumerated() { add(province.name, .province, index, province.name) }
        for (index, province) in provinces.enumerated() { add(province.cities, .city, index, province.name) }
        for (index, province) in provinces.enumerated() { add(province.towns, .town, index, province.name) }
        for (index, province) in provinces.enumerated() { add(province.districts, .district, index, province.name) }
        for (city, names) in GazetteerData.districts {
            let index = provinces.firstIndex { $0.cities.split(separator: " ").contains(Substring(city)) } ?? 0
            add(names, .district, index, city)
        }
        return entries
    }()

    static func province(_ index: Int) -> ProvinceData { GazetteerData.provinces[index] }

    /// The prefecture-level cities of a province.
    static func cities(of province: Int) -> [String] {
        GazetteerData.provinces[province].cities.split(separator: " ").map(String.init)
    }
}
