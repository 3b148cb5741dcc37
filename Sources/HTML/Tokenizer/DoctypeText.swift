extension Tokenizer {
    /// The DOCTYPE states, behind the word.
    mutating func readDoctype(_ start: UnsafePointer<UInt8>) {
        token.kind = .doctype
        doctype = Doctype()
        var position = Self.skippingSpace(start)
        if position.pointee == UInt8(ascii: ">") || position >= end {
            doctype.forcesQuirks = true
            return endDoctype(position)
        }
        position = readDoctypeName(position)
        position = Self.skippingSpace(position)
        if position.pointee == UInt8(ascii: ">") { return endDoctype(position) }
        if position >= end {
            doctype.forcesQuirks = true
            return endDoctype(position)
        }
        if Self.matches("public", at: position) {
            readPublicID(position + 6)
        } else if Self.matches("system", at: position) {
            readSystemID(Self.skippingSpace(position + 6), isRequired: true)
        } else {
            doctype.forcesQuirks = true
            skipBogusDoctype(position)
        }
    }

    private mutating func readDoctypeName(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var position = start
        var name: [UInt8] = []
        while position < end, !position.pointee.isHTMLSpace, position.pointee != UInt8(ascii: ">") {
            Self.append(position.pointee.lowercased, to: &name)
            position += 1
        }
        doctype.name = name
        return position
    }

    private mutating func readPublicID(_ start: UnsafePointer<UInt8>) {
        var position = Self.skippingSpace(start)
        guard position.pointee == UInt8(ascii: "\"") || position.pointee == UInt8(ascii: "'") else {
            doctype.forcesQuirks = true
            return skipBogusDoctype(position)
        }
        let (identifier, isWhole) = quotedIdentifier(&position)
        doctype.publicID = identifier
        guard isWhole else {
            doctype.forcesQuirks = true
            return endDoctype(position)
        }
        readSystemID(Self.skippingSpace(position), isRequired: false)
    }

    private mutating func readSystemID(_ start: UnsafePointer<UInt8>, isRequired: Bool) {
        var position = start
        if position.pointee == UInt8(ascii: ">"), !isRequired { return endDoctype(position) }
        guard position.pointee == UInt8(ascii: "\"") || position.pointee == UInt8(ascii: "'") else {
            doctype.forcesQuirks = true
            return skipBogusDoctype(position)
        }
        let (identifier, isWhole) = quotedIdentifier(&position)
        doctype.systemID = identifier
        guard isWhole else {
            doctype.forcesQuirks = true
            return endDoctype(position)
        }
        position = Self.skippingSpace(position)
        if position >= end { doctype.forcesQuirks = true }
        skipBogusDoctype(position)
    }

    /// Reads up to the closing quote; false where ">" or the end came first.
    private mutating func quotedIdentifier(_ position: inout UnsafePointer<UInt8>) -> ([UInt8], isWhole: Bool) {
        let quote = position.pointee
        var identifier: [UInt8] = []
        position += 1
        while position < end, position.pointee != quote, position.pointee != UInt8(ascii: ">") {
            Self.append(position.pointee, to: &identifier)
            position += 1
        }
        guard position < end, position.pointee == quote else { return (identifier, false) }
        position += 1
        return (identifier, true)
    }

    private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        if byte == 0 { bytes.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { bytes.append(byte) }
    }

    private mutating func skipBogusDoctype(_ start: UnsafePointer<UInt8>) {
        var position = start
        while position < end, position.pointee != UInt8(ascii: ">") { position += 1 }
        endDoctype(position)
    }

    /// At the ">" or the end.
    private mutating func endDoctype(_ position: UnsafePointer<UInt8>) {
        cursor = position < end ? position + 1 : end
    }
}
