internal import HTML
internal import Model

/// Finds who made the article. No author rather than a wrong one.
struct AuthorStage {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    let frame: ArticleFrame
    let zone: HeadZone
    let language: String?
    let credits: [ChineseCredits.Found]

    func candidates() -> Candidates<[Author]> {
        var found = Candidates<[Author]>()
        if language?.hasPrefix("zh") == true {
            offerCredits(to: &found)
            offerChineseByline(to: &found)
        } else {
            offerMetadata(to: &found)
            offerByline(to: &found)
        }
        return found
    }

    /// Elements near the article that a class, `rel` or `itemprop` calls a byline, outermost of each kind left out.
    func bylineElements() -> [Int] {
        var result: [Int] = []
        for index in page.scan.elements.indices {
            let element = page.scan.elements[index]
            guard element.flags.contains(.byline), !element.text.isEmpty, element.text.count < 300, isNear(index) else {
                continue
            }
            if let last = result.last, index < page.scan.elements[last].endElement { result.removeLast() }
            result.append(index)
        }
        return result
    }

    func isNear(_ index: Int) -> Bool {
        let element = page.scan.elements[index]
        guard element.inherited.isDisjoint(with: [.comment, .related, .sidebar, .ranking, .footer, .navigation]) else {
            return false
        }
        let block = element.blocks.lowerBound
        return block >= frame.head.lowerBound && block <= (frame.body.first ?? 0) + 2
    }
}
