internal import HTML

/// The first stage: one walk over the tree that gives the page's text, blocks and elements.
struct PageScanner {
    private let document: Document
    private var scan = PageScan()
    /// The open elements, as indices; the block-level ones again in `blockStack`.
    private var stack: [Int] = []
    private var blockStack: [Int] = []
    private var writer = BlockWriter()
    private var linkDepth = 0
    private var reader: ElementReader

    /// More elements than this are not looked at.
    private static let maximumElements = 200_000

    private init(_ document: Document) {
        self.document = document
        reader = ElementReader(document)
        // Once, so that a large page has no smaller copies of the list beside it; what is not used is not touched.
        scan.elements.reserveCapacity(min(document.count, PageScanner.maximumElements))
    }

    static func scan(_ document: Document) -> PageScan {
        var scanner = PageScanner(document)
        scanner.walk()
        scanner.closeBlock()
        scanner.scan.text = scanner.writer.text
        scanner.clampTexts()
        return scanner.scan
    }

    /// Words that were taken back, and white space at the ends of blocks, are no longer there.
    private mutating func clampTexts() {
        let all = 0..<scan.text.count
        for index in scan.elements.indices where scan.elements[index].text.upperBound > all.upperBound {
            scan.elements[index].text = scan.elements[index].text.clamped(to: all)
        }
    }

    private mutating func walk() {
        guard let top = document.documentElement else { return }
        var node = top
        while true {
            if enter(node), let child = document.firstChild(node) {
                node = child
                continue
            }
            leave(node)
            while document.nextSibling(node) == nil {
                guard node != top, let parent = document.parent(node), parent != document.root else { return }
                node = parent
                leave(node)
                if node == top { return }
            }
            guard node != top, let next = document.nextSibling(node) else { return }
            node = next
        }
    }

    /// Whether to go on with the node's children.
    private mutating func enter(_ node: NodeID) -> Bool {
        switch document.kind(node) {
        case .text:
            if !stack.isEmpty { writer.append(document.bytes(of: node), isLink: linkDepth > 0) }
            return false
        case .element: return enterElement(node)
        default: return false
        }
    }

    private mutating func enterElement(_ node: NodeID) -> Bool {
        let tag = document.tag(node)
        let traits = TagTraits.of(tag)
        guard scan.elements.count < PageScanner.maximumElements else { return false }
        switch tag {
        case .meta: scan.metas.append(node)
        case .link: scan.links.append(node)
        case .title where scan.title == nil: scan.title = node
        case .script: addScript(node)
        case .br: lineBreak()
        default: break
        }
        if traits.treatment == .skip || tag == .br || tag == .meta || tag == .link { return false }
        open(node, tag, traits)
        return true
    }

    private mutating func open(_ node: NodeID, _ tag: Tag, _ traits: TagTraits) {
        if traits.treatment == .block { closeBlock() }
        let index = scan.elements.count
        let reading = reader.read(node, tag: tag, in: document)
        let flags = reading.flags
        let position = writer.text.count
        scan.elements.append(
            ScanElement(
                node: node, tag: tag, parent: stack.last ?? -1, flags: flags, text: position..<position,
                blocks: scan.blocks.count..<scan.blocks.count, endElement: index, classKey: reading.classKey))
        stack.append(index)
        if traits.treatment == .block { blockStack.append(index) }
        note(index, tag, reading)
    }

    private mutating func note(_ index: Int, _ tag: Tag, _ reading: ElementReader.Reading) {
        switch tag {
        case .a:
            linkDepth += 1
            if reading.isOutOfSight { scan.hiddenLinks.append(index) }
        case .img: scan.images.append(ScanImage(element: index, block: scan.blocks.count))
        case .time: scan.times.append(index)
        case .h1, .h2, .h3: scan.headings.append(index)
        case .pre: writer.keepsLines += 1
        default: break
        }
        if reading.hasProperty { scan.properties.append(index) }
    }

    private mutating func leave(_ node: NodeID) {
        guard document.kind(node) == .element, let index = stack.last, scan.elements[index].node == node else { return }
        let tag = scan.elements[index].tag
        let isBlock = TagTraits.of(tag).treatment == .block
        if isBlock { closeBlock() }
        stack.removeLast()
        if isBlock { blockStack.removeLast() }
        if tag == .a { linkDepth -= 1 }
        if tag == .pre { writer.keepsLines -= 1 }
        if !isBlock { takeBackHints(scan.elements[index].text.lowerBound, scan.elements[index].flags) }
        let end = writer.text.count
        scan.elements[index].text = Swift.min(scan.elements[index].text.lowerBound, end)..<end
        scan.elements[index].blocks = scan.elements[index].blocks.lowerBound..<scan.blocks.count
        scan.elements[index].endElement = scan.elements.count
        if !isBlock { cover(index) }
    }

    /// Remembers an inline element that may hold all the text of the block.
    private mutating func cover(_ index: Int) {
        let element = scan.elements[index]
        var flags = element.flags
        if element.tag == .b || element.tag == .strong { flags.insert(.strong) }
        if !flags.isEmpty { writer.cover(element.text.lowerBound, flags) }
    }

    /// Words inside a line that are none of it: ", opens new tab", a button, what is hidden.
    private mutating func takeBackHints(_ start: Int, _ flags: ElementFlags) {
        let length = writer.text.count - start
        if length > 0,
            flags.contains(.hidden)
                || length <= 24 && flags.contains(.tool) && flags.isDisjoint(with: [.title, .byline])
        {
            writer.takeBack(to: start)
            return
        }
        guard (10...30).contains(length) else { return }
        let isHint = writer.text.withUnsafeBufferPointer { text in
            let words = text.cut(from: start)
            return words.containsFolded("opens new tab") || words.containsFolded("opens in a new")
                || words.containsFolded("opens in new")
        }
        if isHint { writer.takeBack(to: start) }
    }

    private mutating func lineBreak() {
        if writer.lineBreak() { closeBlock() }
    }

    private mutating func closeBlock() {
        guard let (range, linkBytes, covering) = writer.close(), let element = blockStack.last else { return }
        let owner = scan.elements[element]
        let traits = BlockKinds.traits(of: element, in: scan.elements)
        scan.blocks.append(
            ScanBlock(
                range: range, kind: traits.kind, level: traits.level, element: element, linkBytes: linkBytes,
                flags: owner.flags.union(covering), ownerFlags: owner.flags))
    }

    private mutating func addScript(_ node: NodeID) {
        guard let type = document.attribute(.type, of: node), type.containsFolded("json") else {
            if document.attribute(.src, of: node) == nil, scan.otherScripts.count < 64 {
                scan.otherScripts.append(node)
            }
            return
        }
        if type.containsFolded("ld+json") { scan.jsonScripts.append(node) }
    }
}

/// The kind of a block: its own element's, or that of a list item, quote or cell around a plain division.
enum BlockKinds {
    static func traits(of element: Int, in elements: [ScanElement]) -> TagTraits {
        var traits = TagTraits.of(elements[element].tag)
        guard traits.kind == .text || traits.kind == .paragraph else { return traits }
        var ancestor = elements[element].parent
        for _ in 0..<4 where ancestor >= 0 {
            let outer = TagTraits.of(elements[ancestor].tag)
            switch outer.kind {
            case .quote, .caption, .item, .cell, .heading, .code:
                if traits.kind == .paragraph, outer.kind == .cell || outer.kind == .heading { return traits }
                traits = outer
                return traits
            default: break
            }
            ancestor = elements[ancestor].parent
        }
        return traits
    }
}
