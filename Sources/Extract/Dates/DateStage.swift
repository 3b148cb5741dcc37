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
    private let order: DayOrder

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
        order = DateStage.order(on: page, language: language)
    }

    struct Result {
        var published = Candidates<WrittenDate>()
        var modified = Candidates<WrittenDate>()
    }

    /// Month first in the United States and where neither the page nor its host says its country.
    private static func order(on page: Page, language: String?) -> DayOrder {
        guard language == "en" else { return .dayFirst }
        let declared = page.document.documentElement.flatMap {
            page.document.attribute(.lang, of: $0) ?? page.document.attribute(named: "xml:lang", of: $0)
        }
        if let declared, declared.count > 2 { return declared.containsFolded("us") ? .monthFirst : .dayFirst }
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

    private func date(_ text: String?) -> WrittenDate? {
        guard var text else { return nil }
        return text.withUTF8 { date($0) }
    }

    private func date(_ text: Bytes) -> WrittenDate? {
        DateScanner(text: text, order: order).first() ?? EpochDate.read(text)
    }

    private func readLinkedData(_ result: inout Result) {
        for node in linked.nodes {
            let isArticle = LinkedData.isArticle(node)
            guard isArticle || LinkedData.has(node, type: "WebPage") || LinkedData.has(node, type: "VideoObject") else {
                continue
            }
            let weight = isArticle ? 0.95 : 0.7
            result.published.offer(date(node["datePublished"]?.text), "json-ld", weight)
            result.published.offer(
                date(node["dateCreated"]?.text ?? node["uploadDate"]?.text), "json-ld:created", weight - 0.2)
            result.modified.offer(date(node["dateModified"]?.text), "json-ld", weight)
        }
    }

    private func readMeta(_ result: inout Result) {
        for (name, value) in meta.tags where name.count >= 4 && value.count >= 8 && value.count < 80 {
            if let weight = DateMetaNames.published.first(where: { name.equalsFolded($0.0) })?.1 {
                result.published.offer(date(value), "meta:\(name.string)", weight)
            } else if DateMetaNames.modified.contains(where: { name.equalsFolded($0) }) {
                result.modified.offer(date(value), "meta:\(name.string)", 0.9)
            }
        }
    }

    private func readProperties(_ result: inout Result) {
        for index in page.scan.properties {
            guard let property = page.attribute(.itemprop, of: index) else { continue }
            let isPublished = property.containsFolded("datepublished") || property.containsFolded("datecreated")
            guard isPublished || property.containsFolded("datemodified") else { continue }
            let element = page.scan.elements[index]
            guard element.inherited.isDisjoint(with: [.comment, .related, .sidebar]) else { continue }
            // Far from the headline it is more likely of another story, or of a comment.
            let weight = isHead(element.blocks.lowerBound) || element.blocks.lowerBound == 0 ? 0.9 : 0.62
            let value =
                page.attribute(.datetime, of: index) ?? page.attribute(.content, of: index)
                ?? page.text(ofElement: index)
            if isPublished {
                result.published.offer(date(value), "itemprop", weight)
            } else {
                result.modified.offer(date(value), "itemprop", weight)
            }
        }
    }

    private func readTimes(_ result: inout Result) {
        for index in page.scan.times.prefix(40) {
            let element = page.scan.elements[index]
            guard element.inherited.isDisjoint(with: [.comment, .related, .sidebar, .ranking, .footer]) else {
                continue
            }
            let block = element.blocks.lowerBound
            let isNear = isHead(block)
            let isTail = frame.tail.contains(block) && block < frame.tail.lowerBound + 6
            guard isNear || isTail else { continue }
            let value = page.attribute(.datetime, of: index)
            let written = value.flatMap { date($0) } ?? date(page.text(of: element))
            if isUpdate(element) {
                result.modified.offer(written, "time", 0.75)
            } else if isNear {
                result.published.offer(written, "time", 0.8 - distanceAbove(block))
            }
        }
    }

    /// What the element itself says, else the words right before it.
    private func isUpdate(_ element: ScanElement) -> Bool {
        if let kind = DateLabels.kind(page.text(of: element)) { return kind == .modified }
        let before = page.text.cut(max(0, element.text.lowerBound - 24)..<element.text.lowerBound)
        return DateLabels.kind(before.lastIndex(of: 0x0A).map { before.cut(from: $0 + 1) } ?? before) == .modified
    }

    /// Lines above the body, and those between the headline and the running text, where the body begins earlier.
    private func isHead(_ block: Int) -> Bool {
        block <= zone.firstProse + 4 && zone.contains(block)
            || block >= frame.head.lowerBound && block <= (frame.body.first ?? 0) + 2
    }

    /// What a date loses by its distance above the headline, where other stories may stand.
    private func distanceAbove(_ block: Int) -> Double {
        guard let title = frame.title, block < title else { return 0 }
        return 0.01 * Double(min(title - block, 8))
    }

    private func readHead(_ result: inout Result) {
        let end = max((frame.body.first ?? 0) + 2, (zone.below.last ?? -1) + 1)
        for index in frame.head.lowerBound..<max(frame.head.lowerBound, min(end, page.scan.blocks.count))
        where isHead(index) {
            let block = page.scan.blocks[index]
            guard block.count < 400, block.inherited.isDisjoint(with: [.comment, .related, .ranking]),
                block.kind != .caption
            else { continue }
            readLine(index, block, &result)
        }
    }

    private func readLine(_ index: Int, _ block: ScanBlock, _ result: inout Result) {
        let isBody = index > frame.head.upperBound - 1 && frame.body.contains(index)
        let text = page.text(of: block)
        for (position, found) in DateScanner(text: text, order: order).all(limit: 2).enumerated() {
            let before = text.cut(max(0, found.range.lowerBound - 40)..<found.range.lowerBound)
            let label = DateLabels.kind(before)
            if label == .modified {
                if !(isBody && block.count > 120) { result.modified.offer(found, "byline", 0.7) }
                continue
            }
            var weight = language?.hasPrefix("zh") == true ? 0.86 : 0.7
            let isLabelled = label == .published
            if isLabelled { weight += 0.08 }
            if block.inherited.contains(.date) || block.inherited.contains(.byline) || found.time != nil {
                weight += 0.04
            }
            if let title = frame.title, index > title { weight += 0.03 }
            weight -= distanceAbove(index)
            if block.inherited.contains(.caption) || PhotoCredits.occur(in: text) { weight -= 0.1 }
            if isBody, !isLabelled, isOfRunningText(found, text) { continue }
            if !isLabelled, isInsideSentence(found, block) { weight -= 0.2 }
            if isBody { weight -= isLabelled ? 0.02 : 0.1 }
            weight -= 0.02 * Double(position)
            result.published.offer(found, "byline", weight)
        }
    }

    /// Among more than a byline's words, or in a sentence.
    private func isOfRunningText(_ found: WrittenDate, _ text: Bytes) -> Bool {
        let rest = text.count - found.range.count
        let last = text.scalar(at: text.count - text.lengthOfCharacter(before: text.count)).value
        return rest > 90 || rest > 40 && Scalars.endsSentence(last)
    }

    /// A day that a caption or a paragraph speaks of.
    private func isInsideSentence(_ found: WrittenDate, _ block: ScanBlock) -> Bool {
        block.count - found.range.count > 90
    }

    /// A labelled date below or beside the article, where nothing above it has one; never one of a list.
    private func readTail(_ result: inout Result) {
        for index in frame.body.prefix(8) + Array(frame.tail) {
            let block = page.scan.blocks[index]
            guard block.count < 120, block.kind != .item,
                block.inherited.isDisjoint(with: [.comment, .related, .ranking])
            else { continue }
            let text = page.text(of: block)
            guard let found = DateScanner(text: text, order: order).first() else { continue }
            let label = DateLabels.kind(text.cut(to: found.range.lowerBound))
            let isBeforeChange = label == nil && DateLabels.saysModified(text.cut(from: found.range.upperBound))
            guard label == .published || isBeforeChange else { continue }
            result.published.offer(found, "tail", 0.5)
            return
        }
        readTailTimes(&result)
    }

    /// The one day that all times below the article give: those of comments differ.
    private func readTailTimes(_ result: inout Result) {
        var found: [WrittenDate] = []
        for index in page.scan.times.prefix(40) {
            let element = page.scan.elements[index]
            guard frame.tail.contains(element.blocks.lowerBound), let value = page.attribute(.datetime, of: index),
                element.inherited.isDisjoint(with: [.comment, .related, .ranking]), let written = date(value)
            else { continue }
            found.append(written)
        }
        guard let first = found.first, found.allSatisfy({ $0.date == first.date }) else { return }
        result.published.offer(first, "time", 0.4)
    }

    private func readURL(_ result: inout Result) {
        guard var url else { return }
        result.published.offer(url.withUTF8 { URLDate.read($0) }, "url", 0.6)
    }
}

/// Seconds or milliseconds since 1970 as a page's metadata writes them.
enum EpochDate {
    static func read(_ text: Bytes) -> WrittenDate? {
        guard text.count == 10 || text.count == 13, text.allSatisfy(\.isDigit) else { return nil }
        var value: Int64 = 0
        for byte in text { value = value * 10 + Int64(byte - 0x30) }
        let time = Timestamp(secondsSinceEpoch: text.count == 13 ? value / 1000 : value)
        guard time.localDate.year >= 1995 else { return nil }
        let second = time.secondOfDay
        return WrittenDate(
            date: time.localDate, time: .init(hour: second / 3600, minute: second / 60 % 60, second: second % 60),
            offsetSeconds: 0, range: 0..<text.count)
    }
}
