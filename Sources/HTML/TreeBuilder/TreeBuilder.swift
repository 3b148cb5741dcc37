/// Puts the tokens into a tree (HTML Standard, 13.2.6).
///
/// Methods that change nothing are mutating too where they are not inlined: a borrowed builder would be copied for the call.
/// Depth, and what formatting elements are opened again for, are bounded, so that time and memory stay linear in the source.
struct TreeBuilder: ~Copyable {
    let source: SourceBuffer
    var tokenizer: Tokenizer
    var nodes: GrowableBuffer<NodeRecord>
    var open: OpenElements
    var formatting = FormattingElements()
    let startGroups = GrowableBuffer(copying: TagTable.shared.starts)
    let endGroups = GrowableBuffer(copying: TagTable.shared.ends)

    var mode = InsertionMode.initial
    /// Where `text` and `inTableText` return to.
    var originalMode = InsertionMode.initial
    var templateModes: [InsertionMode] = []
    /// Nodes the standard points at; -1 is none.
    var head: Int32 = -1
    var form: Int32 = -1
    var framesetOK = true
    var fosters = false
    /// Whether a line feed that comes next is dropped.
    var skipsLineFeed = false
    var pendingTableText: [DataRange] = []
    var pendingIsBlank = true

    let scripting: Bool
    let maximumDepth: Int
    /// The element a fragment is parsed for.
    let context: ElementKey?
    var quirksMode = QuirksMode.noQuirks
    var documentType: DocumentType?
    /// How many more elements may be made that no tag asked for.
    var spareClones: Int
    /// Whether elements may lie deeper than the stack is high.
    var mayLieDeeper = false
    var hasSelectedContent = false

    init(_ source: SourceBuffer, _ options: ParseOptions) {
        self.source = source
        tokenizer = Tokenizer(source)
        nodes = GrowableBuffer(capacity: source.count / 32 + 64)
        open = OpenElements(capacity: options.maximumDepth + 8)
        scripting = options.scripting
        maximumDepth = options.maximumDepth
        spareClones = 16_384 + source.count / 2
        nodes.append(NodeRecord(kind: .document))
        if let fragment = options.fragment {
            let tag = Tag(rawValue: tokenizer.tagNames.intern(copying: fragment.name.utf8))
            context = ElementKey(
                tag, fragment.namespace,
                isIntegrationPoint: Self.isIntegrationPoint(tag, fragment.namespace, encoding: nil))
            startFragment()
        } else {
            context = nil
        }
    }

    /// Reads everything.
    mutating func run() {
        repeat {
            tokenizer.allowsCDATA = !open.isEmpty && !adjustedCurrentKey.isHTML
            tokenizer.next()
            if skipsLineFeed, dropsLineFeed() { continue }
            process()
        } while tokenizer.token.kind != .endOfFile
    }

    /// Treats the token by the rules of the place it is at, again and again while these say so.
    @inline(__always)
    mutating func process() {
        while true {
            let outcome = isInForeignContent() ? inForeignContent() : processInMode()
            if outcome == .done { return }
        }
    }

    /// The tree construction dispatcher (13.2.6), asked the other way round.
    @inline(__always)
    private mutating func isInForeignContent() -> Bool {
        if open.isEmpty { return false }
        let key = adjustedCurrentKey
        return !key.isHTML && !isIntegrated(key)
    }

    /// Whether a foreign element takes the token as HTML.
    private mutating func isIntegrated(_ key: ElementKey) -> Bool {
        switch tokenizer.token.kind {
        case .endOfFile: return true
        case .startTag:
            let tag = tokenizer.token.tag
            if key.isHTMLIntegrationPoint { return true }
            if key.isMathMLTextIntegrationPoint { return tag != .mglyph && tag != .malignmark }
            return key.namespace == .mathml && key.tag == .annotationXml && tag == .svg
        case .text, .null: return key.isHTMLIntegrationPoint || key.isMathMLTextIntegrationPoint
        case .endTag, .comment, .doctype: return false
        }
    }

    /// The current node, or the context while only the root is open.
    var adjustedCurrentKey: ElementKey {
        @inline(__always) get {
            if let context, open.count == 1 { return context }
            return open.currentKey
        }
    }

    /// A line feed right behind `<pre>` and its like is not text.
    private mutating func dropsLineFeed() -> Bool {
        skipsLineFeed = false
        guard tokenizer.token.kind == .text, tokenizer.pointer(tokenizer.token.data).pointee == 0x0A else {
            return false
        }
        tokenizer.token.data = tokenizer.token.data.dropFirst(1)
        return tokenizer.token.data.isEmpty
    }
}

/// Whether a token has found its place, or goes through the rules again.
enum Outcome { case done, reprocess }

/// HTML Standard, 13.2.4.1.
enum InsertionMode: UInt8 {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable, inTableText
    case inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate, afterBody, inFrameset, afterFrameset
    case afterAfterBody, afterAfterFrameset
}

extension TreeBuilder {
    @inline(__always)
    mutating func processInMode() -> Outcome {
        mode == .inBody ? inBody() : processInOtherMode()
    }

    @inline(never)
    private mutating func processInOtherMode() -> Outcome {
        switch mode {
        case .initial: inInitial()
        case .beforeHTML: inBeforeHTML()
        case .beforeHead: inBeforeHead()
        case .inHead: inHead()
        case .inHeadNoscript: inHeadNoscript()
        case .afterHead: inAfterHead()
        case .inBody: inBody()
        case .text: inText()
        case .inTable: inTable()
        case .inTableText: inTableText()
        case .inCaption: inCaption()
        case .inColumnGroup: inColumnGroup()
        case .inTableBody: inTableBody()
        case .inRow: inRow()
        case .inCell: inCell()
        case .inTemplate: inTemplate()
        case .afterBody: inAfterBody()
        case .inFrameset: inFrameset()
        case .afterFrameset: inAfterFrameset()
        case .afterAfterBody: inAfterAfterBody()
        case .afterAfterFrameset: inAfterAfterFrameset()
        }
    }
}
