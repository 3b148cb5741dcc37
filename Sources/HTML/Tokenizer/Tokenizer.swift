/// Cuts the source into tokens (HTML Standard, 13.2.5).
///
/// Because the whole source is there, the standard's states are places in the code: `next` reads one token and leaves its
/// outcome in `token`. Time is linear in the source; nothing is decoded or lower-cased that need not be.
struct Tokenizer: ~Copyable {
    let base: UnsafePointer<UInt8>
    /// Behind the last byte; NULs follow.
    let end: UnsafePointer<UInt8>
    let classes = GrowableBuffer(copying: ByteClass.table)
    var cursor: UnsafePointer<UInt8>
    var token = Token()
    /// Valid after a token of that kind.
    var doctype = Doctype()
    var model = ContentModel.data
    /// The name an end tag must have to end raw text.
    var lastStartTag = Tag.none
    /// Whether `<![CDATA[` opens a section here: inside foreign content only.
    var allowsCDATA = false
    /// Counts the start tags, to know an attribute that came before on the same tag.
    var serial: UInt32 = 0
    var attributes: GrowableBuffer<AttributeRecord>
    /// The side buffer: text that differs from the source.
    var decoded: GrowableBuffer<UInt8>
    var scratch = GrowableBuffer<UInt8>(capacity: 256)
    var tagNames: NameTable
    var attributeNames: NameTable

    /// The source must outlive the tokenizer.
    init(_ source: SourceBuffer) {
        base = UnsafePointer(source.base)
        end = base + source.count
        cursor = base
        attributes = GrowableBuffer(capacity: source.count / 64 + 16)
        decoded = GrowableBuffer(capacity: source.count / 64 + 64)
        tagNames = NameTable(KnownNames.tags)
        attributeNames = NameTable(KnownNames.attributes)
    }

    /// Reads the next token.
    mutating func next() {
        switch model {
        case .data: nextInData()
        case .rcdata: nextInRCDATA()
        case .rawtext: nextInRawText()
        case .scriptData: nextInScript()
        case .plaintext: nextInPlaintext()
        case .cdata: nextInCDATA()
        }
    }

    /// The bytes between two places of the source.
    @inline(__always)
    func range(_ from: UnsafePointer<UInt8>, _ to: UnsafePointer<UInt8>) -> DataRange {
        DataRange(address: UInt32(truncatingIfNeeded: from - base), length: UInt32(truncatingIfNeeded: to - from))
    }

    /// Where the bytes of a range lie; valid until something is decoded.
    @inline(__always)
    func pointer(_ range: DataRange) -> UnsafePointer<UInt8> {
        (range.isDecoded ? UnsafePointer(decoded.base) : base) + range.offset
    }

    @inline(__always)
    mutating func emitText(_ from: UnsafePointer<UInt8>, _ to: UnsafePointer<UInt8>) {
        token.kind = .text
        token.data = range(from, to)
        cursor = to
    }

    mutating func emitEndOfFile() {
        token.kind = .endOfFile
        cursor = end
    }
}

/// The tables every document starts with, made at first use.
enum KnownNames {
    static let tags = NameTable.Snapshot(KnownTags.names)
    static let attributes = NameTable.Snapshot(KnownAttributes.names)
}
