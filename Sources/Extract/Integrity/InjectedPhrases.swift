internal import Model

/// Finds a phrase put in place of a name all over a Chinese page.
///
/// The phrase mixes figures or Latin letters with ideographs, stands in unrelated parts of the page (navigation, body, foot), each
/// time glued to something else, and at least once where a name is expected: before 省, 日报 and the like. There is no list of
/// phrases.
struct InjectedPhrases {
    let page: Page
    let frame: ArticleFrame
    let licences: [String]

    private struct Place {
        var start: Int
        var block: Int
    }

    /// The phrase, where it stands, and what it seems to stand for.
    struct Found {
        var phrase: String
        var count: Int
        var candidates: [String]
        var confidence: Double
    }

    func find() -> Found? {
        for places in repeated() {
            let phrase = grown(places)
            if let found = judge(phrase.range, phrase.places) { return found }
        }
        return nil
    }

    /// Places that begin alike, most frequent first.
    private func repeated() -> [[Place]] {
        var groups: [UInt64: [Place]] = [:]
        for (index, block) in page.scan.blocks.enumerated() {
            var position = block.range.lowerBound
            while position < block.range.upperBound {
                guard page.text[position].isDigit || page.text[position].isLetter else {
                    position += 1
                    continue
                }
                let start = position
                while position < block.range.upperBound, page.text[position].isDigit || page.text[position].isLetter {
                    position += 1
                }
                if let key = key(start, position, block.range.upperBound) {
                    groups[key, default: []].append(Place(start: start, block: index))
                }
            }
        }
        return groups.values.filter { $0.count >= 4 }.sorted { $0.count > $1.count }.prefix(8).map { $0 }
    }

    /// A hash of the figures and the two ideographs behind them; nil where none follow, or a unit of measure does.
    private func key(_ start: Int, _ end: Int, _ limit: Int) -> UInt64? {
        guard end - start <= 12, end + 6 <= limit else { return nil }
        let first = page.text.scalar(at: end)
        guard Scalars.isHan(first.value), Scalars.isHan(page.text.scalar(at: end + first.length).value),
            !InjectedPhrases.units.contains(first.value)
        else { return nil }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for position in start..<end + 6 { hash = (hash ^ UInt64(page.text[position])) &* 0x100_0000_01b3 }
        return hash
    }

    private static let units = Set(
        "年月日时分秒元个名岁人次位届条万亿号级点余多家项期章米公吨度平台场只件种所座岛部集股亩户辆千百十倍寸英层楼路线届周天小".unicodeScalars.map(\.value))

    /// The longest text that all places share, to the right.
    private func grown(_ places: [Place]) -> (range: Range<Int>, places: [Place]) {
        let first = places[0].start
        var length = 0
        while length < 60 {
            let next = first + length
            guard next < page.text.count, page.text[next] != 0x0A else { break }
            let byte = page.text[next]
            guard places.allSatisfy({ $0.start + length < page.text.count && page.text[$0.start + length] == byte })
            else { break }
            length += 1
        }
        // Not in the middle of a character.
        while length > 0, first + length < page.text.count, !page.text[first + length].opensCharacter { length -= 1 }
        return (first..<first + length, places)
    }

    private func judge(_ range: Range<Int>, _ places: [Place]) -> Found? {
        guard range.count >= 8, range.count <= 48 else { return nil }
        let blocks = Set(places.map(\.block))
        let first = frame.body.first ?? 0
        let last = frame.body.last ?? 0
        let zones = Set(places.map { $0.block < first ? 0 : $0.block > last ? 2 : 1 })
        guard blocks.count >= 3, zones.count >= 2 else { return nil }
        var neighbours: Set<UInt32> = []
        var names = 0
        for place in places {
            let end = place.start + range.count
            guard end < page.text.count else { continue }
            let next = page.text.scalar(at: end).value
            neighbours.insert(next)
            let rest = page.text.cut(end..<min(end + 12, page.text.count))
            if isBehindName(rest) { names += 1 }
        }
        let candidates = candidates()
        guard neighbours.count >= 3, names >= (candidates.isEmpty ? 3 : 1) else { return nil }
        let isMissing = candidates.contains {
            var name = $0; return name.withUTF8 { page.text.find($0) == nil }
        }
        let confidence = min(0.95, 0.5 + 0.05 * Double(names) + (isMissing ? 0.25 : 0) + (zones.count == 3 ? 0.1 : 0))
        return Found(
            phrase: page.text.cut(range).trimmed.string, count: places.count, candidates: candidates,
            confidence: confidence)
    }

    /// Whether the text goes on as it does behind the name of a province or town, and not with a word such as 省心 or 日报道.
    private func isBehindName(_ rest: Bytes) -> Bool {
        guard let mark = InjectedPhrases.behindNames.first(where: { rest.starts(with: $0) }) else { return false }
        let next = rest.cut(from: mark.utf8CodeUnitCount)
        return !InjectedPhrases.otherWords.contains { next.starts(with: $0) }
    }

    private static let otherWords: [StaticString] = [
        "心", "略", "钱", "时", "力", "得", "去", "下", "油", "电", "事", "道", "告",
    ]

    /// What stands behind the name of a province or town.
    private static let behindNames: [StaticString] = [
        "省", "日报", "晚报", "市委", "县委", "自治区", "人民政府", "市人民", "卫视", "电视台", "广播", "新闻网", "大学",
    ]

    /// Provinces that the licence numbers name.
    private func candidates() -> [String] {
        var names: [String] = []
        for licence in licences {
            for scalar in licence.unicodeScalars.prefix(40) {
                guard let name = Provinces.name(of: scalar.value), isMark(scalar, in: licence), !names.contains(name)
                else { continue }
                names.append(name)
            }
        }
        return names
    }

    /// Whether the character is the province's in the number: before ICP, in brackets, or before letters and figures.
    private func isMark(_ scalar: Unicode.Scalar, in licence: String) -> Bool {
        licence.contains("\(scalar)ICP") || licence.contains("(\(scalar))") || licence.contains("（\(scalar)）")
            || licence.contains("\(scalar)B2") || licence.contains("\(scalar)网文") || licence.contains("\(scalar)公网")
    }
}
