extension TreeBuilder {
    /// HTML Standard, 13.2.6.4.7.
    mutating func inBody() -> Outcome {
        switch tokenizer.token.kind {
        case .text:
            let data = tokenizer.token.data
            reconstructFormatting()
            insertText(data)
            if framesetOK, !isBlank(data) { framesetOK = false }
        case .startTag: return startInBody()
        case .endTag: return endInBody()
        case .comment: insertComment()
        case .null, .doctype: break
        case .endOfFile:
            if !templateModes.isEmpty { return inTemplate() }
        }
        return .done
    }

    @inline(__always)
    private mutating func startInBody() -> Outcome {
        let tag = tokenizer.token.tag
        switch Int(tag.rawValue) < startGroups.count ? startGroups[Int(tag.rawValue)] : .other {
        case .other:
            reconstructFormatting()
            insertElement()
        case .block:
            closeParagraph()
            insertElement()
        case .anchor: startAnchor()
        case .formatting:
            reconstructFormatting()
            insertFormatting()
        case .listItem: startListItem()
        case .voidPhrasing:
            reconstructFormatting()
            insertVoid()
            framesetOK = false
        case .heading:
            closeParagraph()
            if open.currentKey.isHTML, open.traits(of: open.currentKey).contains(.heading) { pop() }
            insertElement()
        case .headContent: return inHead()
        default: return startRareInBody()
        }
        return .done
    }

    @inline(never)
    private mutating func startRareInBody() -> Outcome {
        switch startGroups[Int(tokenizer.token.tag.rawValue)] {
        case .html: mergeIntoRoot()
        case .body: mergeIntoBody()
        case .frameset: startFrameset()
        case .pre: startPreformatted()
        case .form: startForm()
        case .description: startDescription()
        case .plaintext:
            closeParagraph()
            insertElement()
            tokenizer.model = .plaintext
        case .button: startButton()
        case .nobr: startNobr()
        case .marker: startMarker()
        case .table: startTable()
        case .input: startInput()
        case .voidOther: insertVoid()
        case .hr: startRule()
        case .image:
            tokenizer.token.tag = .img
            return .reprocess
        case .textarea:
            skipsLineFeed = true
            framesetOK = false
            startRawText(.rcdata)
        case .xmp:
            closeParagraph()
            reconstructFormatting()
            framesetOK = false
            startRawText(.rawtext)
        case .iframe:
            framesetOK = false
            startRawText(.rawtext)
        case .noembed: startRawText(.rawtext)
        case .noscript: startNoscript()
        case .select: startSelect()
        case .option: startOption()
        case .optgroup: startOptionGroup()
        case .rubyBase:
            if open.has(.ruby) { impliedEnds() }
            insertElement()
        case .rubyText:
            if open.has(.ruby) { impliedEnds(except: .rtc) }
            insertElement()
        case .math: startForeign(.mathml)
        case .svg: startForeign(.svg)
        case .selectedContent:
            hasSelectedContent = true
            reconstructFormatting()
            insertElement()
        default: break
        }
        return .done
    }
}
