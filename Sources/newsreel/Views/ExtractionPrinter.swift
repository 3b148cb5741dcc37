internal import ControlProtocol
internal import Dedup
internal import Extract
internal import Model

/// Prints what extraction came to.
struct ExtractionPrinter {
    let json: Bool
    let explain: Bool
    /// Whether there is one page only, which then needs no heading.
    let isAlone: Bool
    let terminal: Terminal

    func print(_ extraction: PageExtraction) throws {
        if json {
            try Output.standard.write(line(extraction))
        } else if case .unreadable(let reason) = extraction.result {
            try Output.standard.flush()
            Output.error.note("newsreel: \(CleanText.line(extraction.input)): \(reason)")
        } else {
            for line in text(extraction) { try Output.standard.line(line) }
        }
    }

    /// One line of JSON.
    func line(_ extraction: PageExtraction) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.beginObject()
        writer.member("schema", Article.schema)
        writer.member("input", extraction.input)
        switch extraction.result {
        case .unreadable(let reason): writer.member("error", reason)
        case .notAnArticle(let reason):
            writer.member("outcome", Outcome.notAnArticle.rawValue)
            writer.member("reason", reason)
        case .article(let draft, let charset): write(draft, charset, extraction.url, to: &writer)
        }
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func write(_ draft: ArticleDraft, _ charset: String, _ url: String?, to writer: inout JSONWriter) {
        let canonical = draft.canonicalURL.map { CanonicalURL($0) } ?? url.flatMap { CanonicalURL($0) }
        writer.member("url", url)
        writer.member("canonical_url", canonical?.href)
        writer.member("host", canonical?.host)
        draft.content.writeMembers(to: &writer)
        let text = draft.content.text
        writer.member("content_hash", Fingerprint.textHash(text).description)
        writer.member("simhash", Hexadecimal.encode(Fingerprint.simhash(text, language: draft.content.language)))
        writer.member("charset", charset)
        draft.content.writeEvidence(to: &writer)
        if explain {
            writer.array("explanation", ExplainView.fields(draft.explanation)) { $0.writeMembers(to: &$1) }
        }
        writer.member("extractor", Extractor.version)
    }

    private func text(_ extraction: PageExtraction) -> [String] {
        let heading = isAlone ? [] : [Style.faint.apply("==> \(CleanText.line(extraction.input)) <==", on: terminal)]
        switch extraction.result {
        case .article(let draft, _):
            if explain { return heading + ExplainView.lines(ExplainView.fields(draft.explanation), on: terminal) }
            return heading + ContentView(content: draft.content, terminal: terminal).lines
        case .notAnArticle(let reason):
            return heading + ["not an article: \(reason.replacing("_", with: " "))"] + (isAlone ? [] : [""])
        case .unreadable: return []
        }
    }
}

extension ExplainView {
    /// The extractor's candidates in the form of the protocol; the first of each field was taken.
    static func fields(_ explanation: [FieldExplanation]) -> [ExplainedField] {
        explanation.map { field in
            ExplainedField(
                field: field.field,
                candidates: field.candidates.enumerated().map { number, candidate in
                    .init(
                        value: candidate.value, from: candidate.rule, confidence: candidate.confidence,
                        isChosen: number == 0)
                })
        }
    }
}
