internal import HTML
package import Model

/// Turns a parsed page into an article draft.
package enum Extractor {
    /// Name and version, as articles carry it.
    package static let version = "newsreel 0.1.0"

    /// Extracts the article; a second time, trusting class names less, where the first try finds next to nothing on a page full
    /// of text.
    package static func extract(_ input: ExtractionInput) -> Extraction {
        withExtendedLifetime(input.document) {
            let first = attempt(input, trust: .full)
            guard first.isWeak else { return first.extraction }
            let second = attempt(input, trust: .little)
            return second.prose > first.prose * 3 ? second.extraction : first.extraction
        }
    }

    /// What one try gave, and how much the page seems to hold.
    private struct Attempt {
        var extraction: Extraction
        var prose = 0
        var available = 0
        var announced = 0
        /// Whether the metadata calls the page an article.
        var isDeclared = false

        var isWeak: Bool {
            prose < 250 && available > (isDeclared ? 500 : 1200)
                || announced > 600 && prose * 10 < announced * 3
        }
    }

    private static func attempt(_ input: ExtractionInput, trust: FlagInheritance.Trust) -> Attempt {
        var scan = PageScanner.scan(input.document)
        let text = scan.text
        return text.withUnsafeBufferPointer { text in
            let weights = ProseWeights(Page(document: input.document, scan: scan, text: text, url: input.url))
            FlagInheritance.apply(to: &scan, weights, trust: trust)
            return stages(Page(document: input.document, scan: scan, text: text, url: input.url), weights, input)
        }
    }

    /// The stages in their order: metadata, title, body, verdict, fields, blocks, integrity.
    private static func stages(_ page: Page, _ weights: ProseWeights, _ input: ExtractionInput) -> Attempt {
        let meta = MetaTags(page)
        let linked = LinkedData(page)
        let title = TitleStage(page: page, meta: meta, linked: linked, hint: input.hintedTitle).candidates()
        let anchor = TitleAnchor(page: page, title: title.best?.value)
        let announced = linked.article?["articleBody"]?.raw?.count ?? 0
        let isDeclared = ArticleDeclarations(meta, linked).count > 0
        guard let body = BodyFinder(page: page, weights: weights, anchor: anchor).find() else {
            return Attempt(
                extraction: .notAnArticle(reason: NotAnArticle.empty.rawValue), available: weights.total,
                announced: announced, isDeclared: isDeclared)
        }
        let picked = BlockPicker(page: page, weights: weights, body: body, anchor: anchor).pick()
        let prose = picked.body.reduce(0) { $0 + weights.prose[$1] }
        let verdict = PageVerdict(
            page: page, title: title.best?.value, meta: meta, linked: linked, anchor: anchor, picked: picked,
            weights: weights)
        if let reason = verdict.reason() {
            return Attempt(
                extraction: .notAnArticle(reason: reason.rawValue), prose: prose, available: weights.total,
                announced: announced, isDeclared: isDeclared)
        }
        let frame = ArticleFrame(page: page, anchor: anchor, body: picked.body)
        var fields = FieldStage(
            page: page, meta: meta, linked: linked, frame: frame, input: input,
            language: language(of: page, picked.body))
        fields.run(title: title)
        fields.subtitle(picked.lead)
        return Attempt(
            extraction: .article(draft(page, fields, picked, frame)), prose: prose, available: weights.total,
            announced: announced, isDeclared: isDeclared)
    }

    private static func draft(
        _ page: Page, _ fields: FieldStage, _ picked: BlockPicker.Picked, _ frame: ArticleFrame
    ) -> ArticleDraft {
        var fields = fields
        let images = fields.pictures()
        var content = fields.content
        content.blocks = BlockAssembler.blocks(page: page, kept: picked.lead + picked.body, images: images)
        let canonical = Addresses(page).canonical
        content.judge(
            IntegrityStage(page: page, frame: frame, meta: fields.meta, linked: fields.linked, canonical: canonical))
        let isOwn = canonical?.registrableDomain == page.url?.registrableDomain
        return ArticleDraft(content: content, explanation: fields.explanation, canonicalURL: isOwn ? canonical : nil)
    }

    /// Plain text: a flattened page, through the same fields.
    package static func extractText(utf8: [UInt8], url: WebURL?) -> Extraction {
        let document = Document.parse([])
        let scan = LineScanner.scan(utf8, document: document)
        let text = scan.text
        return text.withUnsafeBufferPointer { text in
            let page = Page(document: document, scan: scan, text: text, url: url)
            guard let lines = LinePicker(page: page, weights: ProseWeights(page)).pick() else {
                return .notAnArticle(reason: NotAnArticle.empty.rawValue)
            }
            var title = Candidates<String>()
            title.offer(
                lines.title.map { TextCleaner.clean($0.text) },
                lines.title?.isConfirmed == true ? "line:title" : "line",
                lines.title?.isConfirmed == true ? 0.9 : 0.7)
            let frame = ArticleFrame(page: page, anchor: TitleAnchor(block: lines.title?.line), body: lines.body)
            var fields = FieldStage(
                page: page, meta: MetaTags(page), linked: LinkedData(page), frame: frame,
                input: ExtractionInput(document: document, url: url), language: language(of: page, lines.body))
            fields.run(title: title)
            var content = fields.content
            content.blocks = BlockAssembler.blocks(page: page, kept: lines.body, headings: lines.headings)
            content.judge(
                IntegrityStage(page: page, frame: frame, meta: fields.meta, linked: fields.linked, canonical: nil))
            return .article(ArticleDraft(content: content, explanation: fields.explanation, canonicalURL: nil))
        }
    }

    private static func language(of page: Page, _ kept: [Int]) -> String? {
        let declared = page.document.documentElement.flatMap { page.document.attribute(.lang, of: $0)?.string }
        guard let first = kept.first, let last = kept.last else { return declared.map(LanguageGuess.primary) }
        let range = page.scan.blocks[first].range.lowerBound..<page.scan.blocks[last].range.upperBound
        return LanguageGuess.guess(page.text.cut(range), declared: declared)
    }
}

extension ArticleContent {
    /// Adds what the integrity stage finds. The rights holder is the one field in which an injected phrase gives way to the name
    /// that it stands for at that place, because a phrase can hold no rights; its evidence says so.
    fileprivate mutating func judge(_ stage: IntegrityStage) {
        let (integrity, holder) = stage.run(self)
        self.integrity = integrity
        guard let holder else { return }
        rightsHolder = holder
        evidence["rights_holder"] = Evidence(from: "footer:restored", confidence: 0.6)
    }
}
