internal import HTML
internal import Model

/// Finds when the article was published and when it was changed.
struct DateStage {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    let frame: ArticleFrame
    let zone: HeadZone
    let url: String?
    let language: String?
    let order: DayOrder

    init(
        page: Page, meta: MetaTags, linked: LinkedData, frame: ArticleFrame, zone: HeadZone, url: String?,
        language: String?
    ) {
        self.page = page
        self.meta = meta
        self.linked = linked
        self.frame = frame
        self.zone = zone
        self.url = url
        self.language = language
        order = DateStage.order(on: page, meta, language: language)
    }

    struct Result {
        var published = Candidates<WrittenDate>()
        var modified = Candidates<WrittenDate>()
    }

    /// Month first in the United States and where neither the page nor its host says its country.
    private static func order(on page: Page, _ meta: MetaTags, language: String?) -> DayOrder {
        guard language == "en" else { return .dayFirst }
        let declared = page.document.documentElement.flatMap {
            page.document.attribute(.lang, of: $0) ?? page.document.attribute(named: "xml:lang", of: $0)
        }
        let locale = declared.flatMap { $0.count > 2 ? $0 : nil } ?? meta.first("og:locale")
        if let declared = locale, declared.count > 2 { return declared.containsFolded("us") ? .monthFirst : .dayFirst }
        let country = page.url?.host?.split(separator: ".").last.map(String.init) ?? ""
        return dayFirstCountries.contains(country) ? .dayFirst : .monthFirst
    }

    private static let dayFirstCountries: Set<String> = [
        "uk", "ie", "au", "nz", "in", "za", "pk", "lk", "bd", "ng", "gh", "ke", "tz", "ug", "zm", "zw", "bw", "na",
        "ls", "sg",
        "my", "hk", "mt", "cy", "jm", "tt", "eu", "de", "fr", "it", "es", "pt", "nl", "be", "se", "no", "dk", "fi",
        "pl", "gr",
    ]

    func run() -> Result {
        var result = Result()
        readLinkedData(&result)
        readMeta(&result)
        readProperties(&result)
        readTimes(&result)
        readHead(&result)
        readURL(&result)
        if result.published.best == nil { readTail(&result) }
        if result.published.best == nil { takeOnlyTime(&result) }
        return result
    }

    /// 更新时间 is what many Chinese systems call the time of release: where the line below the headline has no other, it is one.
    private func takeOnlyTime(_ result: inout Result) {
        guard language?.hasPrefix("zh") == true, let shown = result.modified.best, shown.rule == "byline" else {
            return
        }
        result.published.offer(shown.value, "byline:update", 0.45)
    }

    func date(_ text: String?) -> WrittenDate? {
        guard var text else { return nil }
        return text.withUTF8 { date($0) }
    }

    func date(_ text: Bytes) -> WrittenDate? {
        DateScanner(text: text, order: order).first() ?? EpochDate.read(text)
    }

}
