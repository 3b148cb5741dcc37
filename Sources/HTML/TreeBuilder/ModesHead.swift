extension TreeBuilder {
    /// HTML Standard, 13.2.6.4.4.
    mutating func inHead() -> Outcome {
        switch tokenizer.token.kind {
        case .text:
            let space = takeLeadingSpace()
            if !space.isEmpty { insertText(space) }
            if tokenizer.token.data.isEmpty { return .done }
        case .comment:
            insertComment()
            return .done
        case .doctype:
            return .done
        case .startTag:
            if let outcome = startInHead() { return outcome }
        case .endTag:
            switch tokenizer.token.tag {
            case .head:
                pop()
                mode = .afterHead
                return .done
            case .template:
                endTemplate()
                return .done
            case .body, .html, .br: break
            default: return .done
            }
        case .null, .endOfFile:
            break
        }
        pop()
        mode = .afterHead
        return .reprocess
    }

    /// Nil where the head ends.
    private mutating func startInHead() -> Outcome? {
        switch tokenizer.token.tag {
        case .html: return inBody()
        case .base, .basefont, .bgsound, .link, .meta: insertVoid()
        case .title: startRawText(.rcdata)
        case .noscript where !scripting:
            if insertElement() { mode = .inHeadNoscript }
        case .noscript, .noframes, .style: startRawText(.rawtext)
        case .script: startRawText(.scriptData)
        case .template: startTemplate()
        case .head: break
        default: return nil
        }
        return .done
    }

    /// The generic raw text and RCDATA element parsing algorithms (13.2.6.2). The element is opened even where the stack
    /// is full, because what follows is its text.
    mutating func startRawText(_ model: ContentModel) {
        let tag = tokenizer.token.tag
        let node = makeElement(tag)
        put(node, at: place())
        push(node, ElementKey(tag))
        tokenizer.model = model
        originalMode = mode
        mode = .text
    }

    /// HTML Standard, 13.2.6.4.5.
    mutating func inHeadNoscript() -> Outcome {
        switch tokenizer.token.kind {
        case .doctype: return .done
        case .comment: return inHead()
        case .text:
            let space = takeLeadingSpace()
            if !space.isEmpty { insertText(space) }
            if tokenizer.token.data.isEmpty { return .done }
        case .startTag:
            switch tokenizer.token.tag {
            case .html: return inBody()
            case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead()
            case .head, .noscript: return .done
            default: break
            }
        case .endTag:
            switch tokenizer.token.tag {
            case .noscript:
                pop()
                mode = .inHead
                return .done
            case .br: break
            default: return .done
            }
        case .null, .endOfFile:
            break
        }
        pop()
        mode = .inHead
        return .reprocess
    }

    /// HTML Standard, 13.2.6.4.6.
    mutating func inAfterHead() -> Outcome {
        switch tokenizer.token.kind {
        case .text:
            let space = takeLeadingSpace()
            if !space.isEmpty { insertText(space) }
            if tokenizer.token.data.isEmpty { return .done }
        case .comment:
            insertComment()
            return .done
        case .doctype:
            return .done
        case .startTag:
            if let outcome = startAfterHead() { return outcome }
        case .endTag:
            switch tokenizer.token.tag {
            case .template:
                endTemplate()
                return .done
            case .body, .html, .br: break
            default: return .done
            }
        case .null, .endOfFile:
            break
        }
        insertImplied(.body)
        mode = .inBody
        return .reprocess
    }

    /// Nil where the body begins without its tag.
    private mutating func startAfterHead() -> Outcome? {
        switch tokenizer.token.tag {
        case .html: return inBody()
        case .body:
            insertElement()
            framesetOK = false
            mode = .inBody
        case .frameset:
            insertElement()
            mode = .inFrameset
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            push(head, ElementKey(.head))
            let outcome = inHead()
            if let index = open.index(ofNode: head) { removeFromStack(at: index) }
            return outcome
        case .head: break
        default: return nil
        }
        return .done
    }

    /// HTML Standard, 13.2.6.4.8.
    mutating func inText() -> Outcome {
        switch tokenizer.token.kind {
        case .text:
            insertText(tokenizer.token.data)
            return .done
        case .endTag:
            pop()
            mode = originalMode
            return .done
        default:
            pop()
            mode = originalMode
            return .reprocess
        }
    }
}
