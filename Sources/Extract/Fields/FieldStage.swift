internal import HTML
internal import Model

/// Fills the article's fields from the page around the body, and keeps what lost for the explanation.
struct FieldStage {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    let frame: ArticleFrame
    let input: ExtractionInput
    let language: String?
    private let zone: HeadZone
    private(set) var content = ArticleContent()
    private(set) var explanation: [FieldExplanation] = []

    init(
        page: Page, meta: MetaTags, linked: LinkedData, frame: ArticleFrame, input: ExtractionInput, language: String?
    ) {
        self.page = page
        self.meta = meta
        self.linked = linked
        self.frame = frame
        self.input = input
        self.language = language
        zone = HeadZone(page: page, frame: frame)
    }

    mutating func run(title: Candidates<String>) {
        content.language = language
        content.title = title.best?.value
        note("title", title) { $0 }
        let credits = language?.hasPrefix("zh") == true ? ChineseCredits(page: page, frame: frame).collect() : []
        people(credits)
        dates()
        let publisher = PublisherStage(page: page, meta: meta, linked: linked, frame: frame, credits: credits)
            .candidates()
        content.publisher = publisher.best?.value
        note("publisher", publisher) { $0.name }
        content.site = publisher.all.first { $0.rule == "meta" || $0.rule == "json-ld" }?.value.name
        let section = SectionStage(page: page, meta: meta, linked: linked, frame: frame, title: content.title)
            .candidates()
        content.section = section.best?.value ?? []
        note("section", section) { $0.joined(separator: " > ") }
        surroundings()
    }

    private mutating func surroundings() {
        let links = LinkStage(page: page, meta: meta, linked: linked, frame: frame)
        content.tags = links.tags()
        content.related = links.related()
        content.nextPages = links.nextPages()
        let isChinese = language?.hasPrefix("zh") == true
        if isChinese { content.licences = LicenceStage(page: page).licences() }
        let holder = RightsHolderStage(page: page).candidates()
        content.rightsHolder = holder.best?.value
        note("rights_holder", holder) { $0 }
        guard isChinese else { return }
        let year = content.published?.localDate.year
        for index in frame.body.prefix(3) where content.dateline == nil {
            let text = page.text(of: page.scan.blocks[index])
            content.dateline = DatelineReader(text: text, year: year).read()?.dateline
        }
    }

    /// The pictures, and which of them leads.
    mutating func pictures() -> [ImageStage.Placed] {
        let stage = ImageStage(page: page, meta: meta, linked: linked, frame: frame)
        let placed = stage.images()
        content.images = placed.map(\.image)
        let lead = stage.lead(placed)
        content.leadImage = lead.best?.value
        note("lead_image", lead) { $0 }
        return placed
    }

    /// The standfirst as a field of its own.
    mutating func subtitle(_ lead: [Int]) {
        var found = Candidates<String>()
        found.offer(linked.article?["alternativeHeadline"]?.text, "json-ld", 0.8)
        let shown = lead.first {
            page.scan.blocks[$0].inherited.contains(.summary) || page.scan.blocks[$0].kind == .heading
        }
        found.offer(shown.map { TextCleaner.clean(page.text(of: page.scan.blocks[$0])) }, "standfirst", 0.7)
        if found.best?.value == content.title { return }
        content.subtitle = found.best?.value
        note("subtitle", found) { $0 }
    }

    private mutating func people(_ credits: [ChineseCredits.Found]) {
        let authors = AuthorStage(
            page: page, meta: meta, linked: linked, frame: frame, zone: zone, language: language, credits: credits
        ).candidates()
        content.authors = authors.best?.value ?? []
        note("authors", authors) { $0.map(\.name).joined(separator: ", ") }
        var editors = Candidates<[String]>()
        for kind in [CreditKind.responsibleEditor, .editor] {
            var names: [String] = []
            for item in credits where item.credit.kind == kind && !names.contains(item.credit.name) {
                names.append(item.credit.name)
            }
            if !names.isEmpty { editors.offer(names, "byline", kind == .editor ? 0.8 : 0.95) }
        }
        content.editors = editors.best?.value ?? []
        note("editors", editors) { $0.joined(separator: ", ") }
    }

    private mutating func dates() {
        var found = DateStage(
            page: page, meta: meta, linked: linked, frame: frame, zone: zone, url: input.url?.href, language: language
        ).run()
        found.published.offer(input.hintedPublished.map(WrittenDate.init), "feed", 0.65)
        let zone = ZoneChoice(language: language, siteOffset: input.siteOffsetSeconds, dates: found)
        content.published = zone.timestamp(found.published)
        content.modified = zone.timestamp(found.modified)
        let describe: (WrittenDate) -> String = { $0.timestamp(defaultOffset: zone.offset)?.rfc3339 ?? "" }
        note("published", found.published, describe)
        note("modified", found.modified, describe)
    }

    private mutating func note<Value>(_ field: String, _ candidates: Candidates<Value>, _ text: (Value) -> String) {
        guard let best = candidates.best else { return }
        content.evidence[field] = best.evidence
        if let lines = candidates.explanation(field, text) { explanation.append(lines) }
    }
}
