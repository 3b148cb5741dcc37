internal import HTML

/// Turns the words of class and id attributes into flags.
enum ClassWords {
    /// The flags of an attribute's value: its words, split at marks and at capitals, and long words by their parts.
    static func flags(_ value: Bytes, into flags: inout ElementFlags) {
        var position = 0
        while position < value.count {
            guard value[position].isLetter else {
                position += 1
                continue
            }
            let start = position
            var hash = seed
            while position < value.count, value[position].isLetter {
                if position > start, value[position].isUpper, value[position - 1].isLower { break }
                hash = step(hash, value[position].lowered)
                position += 1
            }
            // `print:block`: when another class holds, not what the element is.
            if position < value.count, value[position] == 0x3A { continue }
            if let found = lookUp(hash) {
                // Rank Math is a program that makes parts of articles.
                if found == .ranking, value.hasFolded("-math", at: position) { continue }
                if found == .hiddenByClass, ConditionalHiding.isShown(value, word: start..<position) { continue }
                flags.formUnion(found)
            } else if position - start >= 7 {
                compound(value.cut(start..<position), into: &flags)
            }
        }
    }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    @inline(__always)
    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// Words written together: relatedposts, sharebar, articlebody.
    private static func compound(_ word: Bytes, into flags: inout ElementFlags) {
        let parts = partsByLetter
        for position in 0..<word.count - 4 {
            for (part, found) in parts[Int(word[position].lowered &- 0x61)] where word.hasFolded(part, at: position) {
                flags.formUnion(found)
            }
        }
    }

    private static let partsByLetter: [[(StaticString, ElementFlags)]] = {
        var letters = [[(StaticString, ElementFlags)]](repeating: [], count: 26)
        for (part, flags) in parts { letters[Int(part.utf8Start[0] - 0x61)].append((part, flags)) }
        return letters
    }()

    /// Open addressing: a hash at its slot or behind it.
    @inline(__always)
    private static func lookUp(_ hash: UInt64) -> ElementFlags? {
        let table = table
        var slot = Int(hash >> 50)
        while table[slot].hash != 0 {
            if table[slot].hash == hash { return table[slot].flags }
            slot = (slot + 1) & 16_383
        }
        return nil
    }

    private static let table: [(hash: UInt64, flags: ElementFlags)] = {
        var table = [(hash: UInt64, flags: ElementFlags)](repeating: (0, []), count: 16_384)
        for (words, flags) in words {
            for word in words.split(separator: " ") {
                let hash = word.utf8.reduce(seed) { step($0, $1) }
                var slot = Int(hash >> 50)
                while table[slot].hash != 0, table[slot].hash != hash { slot = (slot + 1) & 16_383 }
                table[slot] = (hash, table[slot].flags.union(flags))
            }
        }
        return table
    }()
}
