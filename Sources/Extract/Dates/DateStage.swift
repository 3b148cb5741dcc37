internal import HTML
internal import Model

/// Finds when the article was published and when it was changed.
struct DateStage {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    let frame: ArticleFrame
    let url: String?
    let language: String?
    let siteOffset: Int?

    struct Result {
        var published = Candidates<WrittenDate>()
        var modified = Candidates<WrittenDate>()
    }

    /// Month first in the United States and where the page does not say its country.
    private var order: DayOrder {
        guard language == "en" else { return .dayFirst }
        let declared = page.document.documentElement.flatMap {
            page.document.attribute(.lang, of: $0) ?? page.document.attribute(named: "xml:lang", of: $0)
        }
        let isAmerican = declared.map { $0.count <= 2 || $0.containsFolded("us") } ?? true
        return isAmerican ? .monthFirst : .dayFirst
    }

    func run() -> Result {
        var result = Result()
        readLinkedData(&result)
        readMeta(&result)
        readProperties(&result)
        readTimes(&result)
        readHead(&result)
        readURL(&result)
        if result.published.best == nil { readTail(&result) }
        return result
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
            guard page.scan.elements[index].inherited.isDisjoint(with: [.comment, .related, .sidebar]) else { continue }
            let value =
                page.attribute(.datetime, of: index) ?? page.attribute(.content, of: index)
                ?? page.text(ofElement: index)
            if isPublished {
                result.published.offer(date(value), "itemprop", 0.9)
            } else {
                result.modified.offer(date(value), "itemprop", 0.9)
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
            let isNear = block >= frame.head.lowerBound && block <= (frame.body.first ?? 0) + 2
            let isTail = frame.tail.contains(block) && block < frame.tail.lowerBound + 6
            guard isNear || isTail else { continue }
            let value = page.attribute(.datetime, of: index)
            let written = value.flatMap { date($0) } ?? date(page.text(of: element))
            let isUpdate = DateLabels.saysModified(
                page.text.cut(max(0, element.text.lowerBound - 24)..<element.text.upperBound))
            if isUpdate {
                result.modified.offer(written, "time", 0.75)
            } else {
                result.published.offer(written, "time", isNear ? 0.8 : 0.5)
            }
        }
    }

    private func readHead(_ result: inout Result) {
        let isChinese = language?.hasPrefix("zh") == true
        let end = (frame.body.first ?? 0) + 2
        for index in frame.head.lowerBound..<min(end, page.scan.blocks.count) {
            let block = page.scan.blocks[index]
            guard block.count < 400, block.inherited.isDisjoint(with: [.comment, .related, .ranking]) else { continue }
            let text = page.text(of: block)
            let isBody = index >= frame.head.upperBound
            if isBody && block.count > 120 { continue }
            for (position, found) in DateScanner(text: text, order: order).all(limit: 2).enumerated() {
                let before = text.cut(max(0, found.range.lowerBound - 40)..<found.range.lowerBound)
                if DateLabels.saysModified(before) {
                    result.modified.offer(found, "byline", 0.7)
                    continue
                }
                var weight = isChinese ? 0.86 : 0.7
                if DateLabels.saysPublished(before) { weight += 0.08 }
                if block.inherited.contains(.date) || block.inherited.contains(.byline) || found.time != nil {
                    weight += 0.04
                }
                if let title = frame.title, index > title { weight += 0.03 }
                if isBody { weight -= 0.2 }
                weight -= 0.02 * Double(position)
                result.published.offer(found, "byline", weight)
            }
        }
    }

    /// A labelled date below or beside the article, where nothing above it has one.
    private func readTail(_ result: inout Result) {
        for index in frame.body.prefix(8) + Array(frame.tail) {
            let block = page.scan.blocks[index]
            guard block.count < 120, block.inherited.isDisjoint(with: [.comment, .related, .ranking]) else { continue }
            let text = page.text(of: block)
            guard let found = DateScanner(text: text, order: order).first(),
                DateLabels.saysPublished(text.cut(to: found.range.lowerBound))
            else { continue }
            result.published.offer(found, "tail", 0.5)
            return
        }
        for index in page.scan.times.prefix(40) {
            let element = page.scan.elements[index]
            guard frame.tail.contains(element.blocks.lowerBound), let value = page.attribute(.datetime, of: index),
                element.inherited.isDisjoint(with: [.comment, .related, .ranking])
            else { continue }
            result.published.offer(date(value), "time", 0.4)
            return
        }
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
