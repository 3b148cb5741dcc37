/// Collects the text of the page: folds white space, ends blocks, counts the bytes inside links.
struct BlockWriter {
    private(set) var text: [UInt8] = []
    /// Above zero inside preformatted text.
    var keepsLines = 0
    private var start = 0
    private var hasSpace = false
    private var linkBytes = 0
    private var breaks = 0
    private var coverStart = -1
    private var coverEnd = -1
    private var coverFlags: ElementFlags = []

    init() { text.reserveCapacity(32_768) }

    mutating func append(_ bytes: Bytes, isLink: Bool) {
        let before = text.count
        var position = 0
        while position < bytes.count {
            let space = bytes.spaceLength(at: position)
            if space > 0 {
                if keepsLines > 0 { text.append(bytes[position] == 0x0A ? 0x0A : 0x20) } else { hasSpace = true }
                position += space
                continue
            }
            if hasSpace, text.count > start { text.append(0x20) }
            hasSpace = false
            breaks = 0
            let end = bytes.endOfWords(from: position + 1)
            text.append(contentsOf: bytes.cut(position..<end))
            position = end
        }
        if isLink { linkBytes += text.count - before }
    }

    /// A line break element; true where it is the second in a row, which ends the block.
    mutating func lineBreak() -> Bool {
        if keepsLines > 0 {
            text.append(0x0A)
            return false
        }
        breaks += 1
        if breaks >= 2 { return true }
        if text.count > start, text.last != 0x0A { text.append(0x0A) }
        hasSpace = false
        return false
    }

    mutating func cover(_ from: Int, _ flags: ElementFlags) {
        guard from <= start || coverStart == start && from <= coverStart else { return }
        if coverEnd == text.count { coverFlags.formUnion(flags) } else { coverFlags = flags }
        coverStart = start
        coverEnd = text.count
    }

    /// Takes back what was written since the position: words that are only for screen readers.
    mutating func takeBack(to position: Int) {
        guard position >= start, position < text.count else { return }
        if linkBytes > 0 { linkBytes = max(0, linkBytes - (text.count - position)) }
        text.removeSubrange(position...)
    }

    /// Ends the block; nil where there is no text in it.
    mutating func close() -> (range: Range<Int>, linkBytes: Int, covering: ElementFlags)? {
        while text.count > start, text[text.count - 1] == 0x20 || text[text.count - 1] == 0x0A { text.removeLast() }
        let range = start..<text.count
        let result = (
            range: range, linkBytes: Swift.min(linkBytes, range.count),
            covering: coverEnd >= range.upperBound ? coverFlags : []
        )
        linkBytes = 0
        hasSpace = false
        breaks = 0
        coverEnd = -1
        coverFlags = []
        guard !range.isEmpty else { return nil }
        text.append(0x0A)
        start = text.count
        return result
    }
}
