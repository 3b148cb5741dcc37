extension TreeBuilder {
    /// HTML Standard, 13.2.6.4.17.
    mutating func inAfterBody() -> Outcome {
        switch tokenizer.token.kind {
        case .text where isBlank(tokenizer.token.data): return inBody()
        case .comment:
            insertComment(into: open[0].node)
            return .done
        case .doctype, .endOfFile: return .done
        case .startTag where tokenizer.token.tag == .html: return inBody()
        case .endTag where tokenizer.token.tag == .html:
            if context == nil { mode = .afterAfterBody }
            return .done
        default:
            mode = .inBody
            return .reprocess
        }
    }

    /// HTML Standard, 13.2.6.4.20.
    mutating func inAfterAfterBody() -> Outcome {
        switch tokenizer.token.kind {
        case .comment:
            insertComment(into: 0)
            return .done
        case .text where isBlank(tokenizer.token.data): return inBody()
        case .doctype: return inBody()
        case .startTag where tokenizer.token.tag == .html: return inBody()
        case .endOfFile: return .done
        default:
            mode = .inBody
            return .reprocess
        }
    }

    /// HTML Standard, 13.2.6.4.18.
    mutating func inFrameset() -> Outcome {
        switch tokenizer.token.kind {
        case .text: insertSpaces()
        case .comment: insertComment()
        case .startTag:
            switch tokenizer.token.tag {
            case .html: return inBody()
            case .frameset: insertElement()
            case .frame: insertVoid()
            case .noframes: return inHead()
            default: break
            }
        case .endTag:
            guard tokenizer.token.tag == .frameset, open.count > 1 else { return .done }
            pop()
            if context == nil, open.currentKey != .frameset { mode = .afterFrameset }
        case .null, .doctype, .endOfFile: break
        }
        return .done
    }

    /// HTML Standard, 13.2.6.4.19.
    mutating func inAfterFrameset() -> Outcome {
        switch tokenizer.token.kind {
        case .text: insertSpaces()
        case .comment: insertComment()
        case .startTag:
            switch tokenizer.token.tag {
            case .html: return inBody()
            case .noframes: return inHead()
            default: break
            }
        case .endTag:
            if tokenizer.token.tag == .html { mode = .afterAfterFrameset }
        case .null, .doctype, .endOfFile: break
        }
        return .done
    }

    /// HTML Standard, 13.2.6.4.21.
    mutating func inAfterAfterFrameset() -> Outcome {
        switch tokenizer.token.kind {
        case .comment: insertComment(into: 0)
        case .text: insertSpaces()
        case .startTag:
            switch tokenizer.token.tag {
            case .html: return inBody()
            case .noframes: return inHead()
            default: break
            }
        case .null, .doctype, .endTag, .endOfFile: break
        }
        return .done
    }

    /// Of the token's text only the white space counts here, wherever in it it is.
    private mutating func insertSpaces() {
        while !tokenizer.token.data.isEmpty {
            let space = takeLeadingSpace()
            if !space.isEmpty { insertText(space) }
            let data = tokenizer.token.data
            let bytes = tokenizer.pointer(data)
            var length = 0
            while length < Int(data.length), !bytes[length].isHTMLSpace { length += 1 }
            tokenizer.token.data = data.dropFirst(length)
        }
    }
}
