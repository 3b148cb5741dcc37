/// The articles of one day by the bands of their hashes.
struct NearDay: Sendable {
    struct Entry: Sendable {
        let simhash: UInt64
        let id: String
        /// The order of insertion, over all days.
        let sequence: UInt64
    }

    private var entries: [Entry] = []
    /// The entries' hashes once more: of many candidates few are near, and only of those the entry is looked at.
    private var hashes: [UInt64] = []
    private var known: Set<UInt64> = []
    private let bands: [Band]
    /// The last entry of each list; a list is the entries whose band folds to the same slot. -1 for an empty one.
    private var heads: [Int32]
    /// For each entry and band, the entry before it in its list, or -1.
    private var links: [Int32] = []

    /// One of nearly equal pieces of the hash, and where its lists are.
    private struct Band {
        let start: UInt64
        let mask: UInt64
        /// Lists are told apart by so many bits.
        let slotBits: UInt64
        let firstHead: Int

        /// Which list: by the band's bits, folded where they are more.
        @inline(__always)
        func head(_ simhash: UInt64) -> Int {
            let bits = (simhash & mask) >> start
            return firstHead + Int((bits ^ bits >> slotBits) & (1 << slotBits - 1))
        }
    }

    init(bands count: Int) {
        // A list for each value, but no more than 4096 of them.
        let slotBits = min(12, (64 + count - 1) / count)
        bands = (0..<count).map { band in
            let (start, end) = (64 * band / count, 64 * (band + 1) / count)
            return Band(
                start: UInt64(start), mask: (UInt64.max >> UInt64(64 - (end - start))) << UInt64(start),
                slotBits: UInt64(slotBits), firstHead: band << slotBits)
        }
        heads = [Int32](repeating: -1, count: count << slotBits)
    }

    var count: Int { entries.count }

    /// False if the hash is there already.
    mutating func insert(_ entry: Entry) -> Bool {
        guard known.insert(entry.simhash).inserted else { return false }
        for band in bands {
            let head = band.head(entry.simhash)
            links.append(heads[head])
            heads[head] = Int32(entries.count)
        }
        entries.append(entry)
        hashes.append(entry.simhash)
        return true
    }

    subscript(index: Int) -> Entry { entries[index] }

    /// The indices of the entries that differ in so many bits at most, fewer than there are bands, each once, and their distances.
    func forEachNear(_ simhash: UInt64, _ limit: Int, _ body: (_ index: Int, _ distance: Int) -> Void) {
        for (number, band) in bands.enumerated() {
            var index = Int(heads[band.head(simhash)])
            while index >= 0 {
                let difference = hashes[index] ^ simhash
                if difference.nonzeroBitCount <= limit, first(difference) == number {
                    body(index, difference.nonzeroBitCount)
                }
                index = Int(links[index * bands.count + number])
            }
        }
    }

    /// The first band that two hashes have in common, by their difference: one that has an earlier one has come already.
    private func first(_ difference: UInt64) -> Int? { bands.firstIndex { difference & $0.mask == 0 } }
}
