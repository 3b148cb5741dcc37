import Model

/// Tokens as JSON, as the html5lib tokenizer tests have them.
package enum TokenFormat {
    /// The tokens of UTF-8 text: an array of arrays, adjacent characters joined.
    ///
    /// `initialState` is a state's name in the standard ("RCDATA state"); nil for one that a tokenizer cannot begin in.
    package static func write(
        _ utf8: [UInt8], initialState: String = "Data state", lastStartTag: String? = nil
    ) -> [UInt8]? {
        guard let model = models[initialState] else { return nil }
        let source = utf8.withUnsafeBufferPointer { SourceBuffer($0) }
        defer { source.base.deallocate() }
        var tokenizer = Tokenizer(source)
        tokenizer.model = model
        if let lastStartTag {
            tokenizer.lastStartTag = Tag(rawValue: tokenizer.tagNames.intern(copying: lastStartTag.utf8))
        }
        var json = JSONWriter()
        json.beginArray()
        var text: [UInt8] = []
        repeat {
            tokenizer.next()
            write(tokenizer, &text, &json)
        } while tokenizer.token.kind != .endOfFile
        json.endArray()
        return json.bytes
    }

    /// How many tokens UTF-8 text has, without a tree: what follows a `script`, `style`, `title` or `textarea` tag is read as the tree
    /// builder would have it read.
    package static func count(_ utf8: [UInt8]) -> Int {
        let source = utf8.withUnsafeBufferPointer { SourceBuffer($0) }
        defer { source.base.deallocate() }
        var tokenizer = Tokenizer(source)
        var count = 0
        repeat {
            tokenizer.next()
            count += 1
            if tokenizer.token.kind == .startTag { tokenizer.model = model(behind: tokenizer.token.tag) }
        } while tokenizer.token.kind != .endOfFile
        return count
    }

    private static func model(behind tag: Tag) -> ContentModel {
        switch tag {
        case .script: .scriptData
        case .style: .rawtext
        case .title, .textarea: .rcdata
        default: .data
        }
    }

    private static let models: [String: ContentModel] = [
        "Data state": .data, "RCDATA state": .rcdata, "RAWTEXT state": .rawtext, "Script data state": .scriptData,
        "PLAINTEXT state": .plaintext, "CDATA section state": .cdata,
    ]

    private static func write(_ tokenizer: borrowing Tokenizer, _ text: inout [UInt8], _ json: inout JSONWriter) {
        let token = tokenizer.token
        switch token.kind {
        case .text: return text.append(contentsOf: bytes(token.data, tokenizer))
        case .null: return text.append(0)
        default: break
        }
        if !text.isEmpty {
            array(["Character", string(text)], &json)
            text = []
        }
        switch token.kind {
        case .comment: array(["Comment", string(bytes(token.data, tokenizer))], &json)
        case .endTag: array(["EndTag", string(tokenizer.tagNames.name(token.tag.rawValue))], &json)
        case .startTag: writeStartTag(tokenizer, &json)
        case .doctype: writeDoctype(tokenizer.doctype, &json)
        case .text, .null, .endOfFile: break
        }
    }

    private static func writeStartTag(_ tokenizer: borrowing Tokenizer, _ json: inout JSONWriter) {
        json.beginArray()
        json.value("StartTag")
        json.value(string(tokenizer.tagNames.name(tokenizer.token.tag.rawValue)))
        json.beginObject()
        for index in tokenizer.token.attributeStart..<tokenizer.attributes.count {
            let record = tokenizer.attributes[index]
            json.key(string(tokenizer.attributeNames.name(record.name)))
            json.value(string(bytes(record.value, tokenizer)))
        }
        json.endObject()
        if tokenizer.token.isSelfClosing { json.value(true) }
        json.endArray()
    }

    private static func writeDoctype(_ doctype: Doctype, _ json: inout JSONWriter) {
        json.beginArray()
        json.value("DOCTYPE")
        json.value(doctype.name.map { string($0) })
        json.value(doctype.publicID.map { string($0) })
        json.value(doctype.systemID.map { string($0) })
        json.value(!doctype.forcesQuirks)
        json.endArray()
    }

    private static func array(_ values: [String], _ json: inout JSONWriter) { json.value(values) }

    private static func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func bytes(_ range: DataRange, _ tokenizer: borrowing Tokenizer) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: tokenizer.pointer(range), count: Int(range.length))
    }
}
