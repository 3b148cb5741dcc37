/// Grows a phrase from its end to the left as long as its places share it.
struct PhraseGrowth {
    let text: Bytes

    private static let maximumBytes = 72
    private static let maximumPlaces = 400

    /// All places of the phrase that ends at the position; nil where it is too short or stands too seldom.
    func grown(endingAt end: Int) -> [Range<Int>]? {
        var start = end
        for _ in 0..<3 {
            guard start > 0, let length = growable(before: start) else { return nil }
            start -= length
        }
        var ends = places(start..<end)
        while ends.count >= 3, end - start < PhraseGrowth.maximumBytes, let length = growable(before: start) {
            let next = start - length
            let character = text.cut(next..<start)
            let offset = end - next
            let sharing = ends.filter { $0 >= offset && text.cut($0 - offset..<$0 - offset + length).equals(character) }
            guard sharing.count >= 3, sharing.count * 4 >= ends.count * 3 else { break }
            ends = sharing
            start = next
        }
        return whole(ends.map { $0 - (end - start)..<$0 })
    }

    /// The ends of the places where the piece stands.
    private func places(_ piece: Range<Int>) -> [Int] {
        let needle = text.cut(piece)
        var ends: [Int] = []
        var position = 0
        while ends.count < PhraseGrowth.maximumPlaces, let hit = text.find(needle, from: position) {
            position = hit + needle.count
            ends.append(position)
        }
        return ends
    }

    /// The length of the character before, if a phrase may go on over it.
    private func growable(before position: Int) -> Int? {
        guard position > 0 else { return nil }
        let length = text.lengthOfCharacter(before: position)
        return PhraseGrowth.ends.contains(text.scalar(at: position - length).value) ? nil : length
    }

    /// Without the places where it begins in the middle of a number or Latin word.
    private func whole(_ ranges: [Range<Int>]) -> [Range<Int>]? {
        guard let first = ranges.first else { return nil }
        var ranges = ranges
        if isWord(first.lowerBound) {
            ranges = ranges.filter { $0.lowerBound == 0 || !isWord($0.lowerBound - 1) }
        }
        return ranges.count >= 3 ? ranges : nil
    }

    private func isWord(_ position: Int) -> Bool { text[position].isLetter || text[position].isDigit }

    /// Marks that part what stands on both sides.
    private static let ends = Set("\n|,，。、；;“”‘’《》【】「」？…—@[]（）『』丨×>_".unicodeScalars.map(\.value))
}
