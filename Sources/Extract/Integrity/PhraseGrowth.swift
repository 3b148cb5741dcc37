/// Grows a phrase from its end to the left as long as its places share it.
struct PhraseGrowth {
    let text: Bytes

    private static let maximumBytes = 72
    /// More places of its last three characters are not looked at.
    static let maximumPlaces = 1000

    /// All places of the phrase that ends at the position; nil where it is too short or stands too seldom. `places` are the ends of
    /// places where the last three characters seem to stand.
    func grown(endingAt end: Int, _ places: [Int]) -> [Range<Int>]? {
        var start = end
        for _ in 0..<3 {
            guard start > 0, let length = growable(before: start) else { return nil }
            start -= length
        }
        var ends = confirmed(places, start..<end)
        while ends.count >= 3, end - start < PhraseGrowth.maximumBytes, let length = growable(before: start) {
            let next = start - length
            let character = text.cut(next..<start)
            let offset = end - next
            let sharing = ends.filter { $0 >= offset && text.cut($0 - offset..<$0 - offset + length).equals(character) }
            // The last characters may be a word of everyday: 中心. What is shorter than four is no phrase.
            guard sharing.count >= 3, sharing.count * 4 >= ends.count * 3 || characters(start..<end) < 4 else { break }
            ends = sharing
            start = next
        }
        return whole(ends.map { $0 - (end - start)..<$0 })
    }

    private func characters(_ range: Range<Int>) -> Int { text.cut(range).characterCount }

    /// The places where the piece stands indeed, none within another.
    private func confirmed(_ places: [Int], _ piece: Range<Int>) -> [Int] {
        let needle = text.cut(piece)
        var ends: [Int] = []
        for end in places
        where end - piece.count >= ends.last ?? 0 && text.cut(end - piece.count..<end).equals(needle) {
            ends.append(end)
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
        return ranges.count >= 3 ? trimmed(ranges) : nil
    }

    /// Without a word in front that the page uses much more often without the phrase: 网易 before bet770.
    private func trimmed(_ ranges: [Range<Int>]) -> [Range<Int>] {
        let phrase = text.cut(ranges[0])
        var length = 0
        while length < phrase.count, Scalars.isHan(phrase.scalar(at: length).value) {
            length += phrase.scalar(at: length).length
        }
        guard length >= 6, length < phrase.count, PhraseForm(phrase.cut(from: length)) != .known else { return ranges }
        var count = 0
        var position = 0
        let word = phrase.cut(to: length)
        while count < ranges.count * 3, let hit = text.find(word, from: position) {
            position = hit + length
            count += 1
        }
        return count < ranges.count * 3 ? ranges : ranges.map { $0.lowerBound + length..<$0.upperBound }
    }

    private func isWord(_ position: Int) -> Bool { text[position].isLetter || text[position].isDigit }

    /// Marks that part what stands on both sides.
    private static let ends = ScalarSet("\n|,，。、；;“”‘’《》【】「」？…—@[]（）『』丨×>_")
}
