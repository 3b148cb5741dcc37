internal import HTML
internal import Model

/// Makes the article's blocks of the page's blocks: items gather in lists, cells in tables.
struct BlockAssembler {
    let page: Page
    let kept: [Int]
    private let images: [ImageStage.Placed]
    private var nextImage = 0
    private var result: [Block] = []
    private var position = 0
    /// The last cell that was asked about.
    private var judged: (cell: Int, isLayout: Bool)?

    /// Blocks known to be headings without markup that says so.
    private let headings: Set<Int>

    private init(page: Page, kept: [Int], headings: Set<Int>, images: [ImageStage.Placed]) {
        self.images = images
        self.page = page
        self.kept = kept
        self.headings = headings
    }

    static func blocks(
        page: Page, kept: [Int], headings: Set<Int> = [], images: [ImageStage.Placed] = []
    ) -> [Block] {
        var assembler = BlockAssembler(page: page, kept: kept, headings: headings, images: images)
        return assembler.run()
    }

    private mutating func run() -> [Block] {
        while position < kept.count {
            placeImages(before: kept[position])
            let block = page.scan.blocks[kept[position]]
            switch block.kind {
            case .item, .term: gather(.list, within: [.ul, .ol, .dl, .menu])
            case .cell where !isLayout(block): table(block)
            case .heading: append(.heading, block, level: Int(block.level))
            case .quote: append(.quote, block)
            case .code: append(.code, block)
            default: append(isHeading(block) ? .heading : .paragraph, block, level: isHeading(block) ? 3 : nil)
            }
        }
        placeImages(before: .max)
        return result
    }

    private mutating func placeImages(before block: Int) {
        while nextImage < images.count, images[nextImage].block <= block {
            result.append(Block(type: .image, text: images[nextImage].image.caption ?? ""))
            nextImage += 1
        }
    }

    private mutating func append(_ kind: Block.Kind, _ block: ScanBlock, level: Int? = nil) {
        let text = TextCleaner.clean(page.text(of: block), keepingLines: true)
        if !text.isEmpty { result.append(Block(type: kind, level: level, text: text)) }
        position += 1
    }

    /// A short paragraph in bold, without the end of a sentence, between paragraphs.
    private func isHeading(_ block: ScanBlock) -> Bool {
        if headings.contains(kept[position]) { return true }
        guard block.flags.contains(.strong), block.count <= 120, position + 1 < kept.count else { return false }
        let text = page.text(of: block)
        let last = text.scalar(at: text.count - text.lengthOfCharacter(before: text.count)).value
        return !Scalars.endsSentence(last) || last == 0x3F || last == 0xFF1F
    }

    /// Blocks of the same list become one, a line an item.
    private mutating func gather(_ kind: Block.Kind, within tags: Set<Tag>) {
        let list = container(page.scan.blocks[kept[position]], tags)
        var lines: [String] = []
        while position < kept.count {
            let block = page.scan.blocks[kept[position]]
            guard block.kind == .item || block.kind == .term, container(block, tags) == list else { break }
            lines.append(TextCleaner.clean(page.text(of: block)))
            position += 1
        }
        result.append(Block(type: kind, text: lines.joined(separator: "\n")))
    }

    private func container(_ block: ScanBlock, _ tags: Set<Tag>) -> Int? {
        page.ancestor(of: block.element) { tags.contains($0.tag) }
    }

    /// Whether the block is one of several paragraphs in a cell: then the table is there for its layout alone.
    private mutating func isLayout(_ block: ScanBlock) -> Bool {
        guard let cell = container(block, [.td, .th]) else { return false }
        if let judged, judged.cell == cell { return judged.isLayout }
        var bytes = 0
        var count = 0
        // The first block of a cell is asked about first.
        for index in kept[position...] {
            let neighbour = page.scan.blocks[index]
            guard bytes < BlockAssembler.layoutBytes || count < 2, container(neighbour, [.td, .th]) == cell else {
                break
            }
            bytes += neighbour.count
            count += 1
        }
        let isLayout = count > 1 && bytes >= BlockAssembler.layoutBytes
        judged = (cell, isLayout)
        return isLayout
    }

    /// Two paragraphs in a cell with less text may be lines of a table.
    private static let layoutBytes = 240

    /// A cell with long text stands in a table made for layout; others are rows with tabs between the cells.
    private mutating func table(_ block: ScanBlock) {
        let table = container(block, [.table])
        if block.count > 400 {
            append(.paragraph, block)
            return
        }
        var rows: [String] = []
        var row: Int?
        while position < kept.count {
            let cell = page.scan.blocks[kept[position]]
            guard cell.kind == .cell, cell.count <= 400, container(cell, [.table]) == table else { break }
            let text = TextCleaner.clean(page.text(of: cell))
            let cellRow = container(cell, [.tr])
            if cellRow == row, !rows.isEmpty { rows[rows.count - 1] += "\t" + text } else { rows.append(text) }
            row = cellRow
            position += 1
        }
        let isTable = rows.contains { $0.utf8.contains(0x09) }
        result.append(Block(type: isTable ? .table : .paragraph, text: rows.joined(separator: "\n")))
    }
}
