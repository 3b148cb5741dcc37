/// What the tokenizer found last.
struct Token {
    enum Kind: UInt8 {
        /// Characters without NUL.
        case text
        /// One U+0000, which only some places may keep.
        case null
        case startTag, endTag, comment, doctype, endOfFile
    }

    var kind = Kind.endOfFile
    /// The name of a start or end tag.
    var tag = Tag.none
    var isSelfClosing = false
    /// The data of text or comment.
    var data = DataRange.empty
    /// Where a start tag's attributes begin in the tokenizer's array; they reach to its end.
    var attributeStart = 0
}

/// What a DOCTYPE said; a part that was missing is nil.
struct Doctype {
    var name: [UInt8]?
    var publicID: [UInt8]?
    var systemID: [UInt8]?
    var forcesQuirks = false
}

/// An attribute of a start tag, the value decoded.
@usableFromInline
struct AttributeRecord: BitwiseCopyable {
    @usableFromInline var name: UInt32
    @usableFromInline var value: DataRange

    init(name: UInt32, value: DataRange) {
        self.name = name
        self.value = value
    }
}

/// What the text up to the next tag is made of (HTML Standard, 13.2.5, the first states).
enum ContentModel: UInt8 {
    case data, rcdata, rawtext, scriptData, plaintext, cdata
}
