/// How much of each block reads like running text, and how much like links.
struct ProseWeights {
    /// Bytes of running text in each block.
    var prose: [Int] = []
    /// Sums of `prose` and of link bytes before each block, one more than there are blocks.
    private var proseBefore: [Int] = [0]
    private var linksBefore: [Int] = [0]
    private var bytesBefore: [Int] = [0]

    init(_ page: Page) {
        let count = page.scan.blocks.count
        prose.reserveCapacity(count)
        proseBefore.reserveCapacity(count + 1)
        linksBefore.reserveCapacity(count + 1)
        bytesBefore.reserveCapacity(count + 1)
        for block in page.scan.blocks {
            let weight = ProseWeights.weight(of: block, page.text(of: block))
            prose.append(weight)
            proseBefore.append(proseBefore[proseBefore.count - 1] + weight)
            linksBefore.append(linksBefore[linksBefore.count - 1] + block.linkBytes)
            bytesBefore.append(bytesBefore[bytesBefore.count - 1] + block.count)
        }
    }

    var total: Int { proseBefore[proseBefore.count - 1] }

    func prose(in blocks: Range<Int>) -> Int { proseBefore[blocks.upperBound] - proseBefore[blocks.lowerBound] }

    func links(in blocks: Range<Int>) -> Int { linksBefore[blocks.upperBound] - linksBefore[blocks.lowerBound] }

    func bytes(in blocks: Range<Int>) -> Int { bytesBefore[blocks.upperBound] - bytesBefore[blocks.lowerBound] }

    private static func weight(of block: ScanBlock, _ text: Bytes) -> Int {
        let plain = block.count - block.linkBytes
        if block.linkBytes * 5 > block.count * 3 { return 0 }
        switch block.kind {
        case .heading: return plain / 4
        case .caption: return 0
        default: break
        }
        if block.count < 24 { return plain / 8 }
        let marks = sentenceMarks(text)
        if block.count < 80 { return marks > 0 ? plain * 2 / 3 : plain / 4 }
        // Long text without sentences is a list of words.
        return marks > 0 ? min(plain, 4000, marks * 400) : plain / 3 > 60 ? 60 : plain / 3
    }

    /// How many commas and ends of sentences the text has, in any script; no more than ten are counted.
    private static func sentenceMarks(_ text: Bytes) -> Int {
        var marks = 0
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x2C, 0x3F, 0x21: marks += 1
            case 0x2E:
                if index + 1 == text.count || text[index + 1] == 0x20 || text[index + 1] >= 0x80
                    || text[index + 1] == 0x22
                {
                    marks += 1
                }
            case 0xE3: if text.has("。", at: index) || text.has("、", at: index) { marks += 1 }
            case 0xEF:
                if text.has("，", at: index) || text.has("！", at: index) || text.has("？", at: index) { marks += 1 }
            case 0xD8, 0xDB: if text.has("،", at: index) || text.has("۔", at: index) { marks += 1 }
            default: break
            }
            if marks >= 10 { break }
        }
        return marks
    }
}
