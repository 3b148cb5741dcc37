internal import Model

/// Tells where on the page something stands, for readers of a finding.
struct PagePlaces {
    let page: Page
    private let frame: ArticleFrame
    private let body: Set<Int>
    /// The first block of the foot below the body, where site-wide lines begin.
    private let footer: Int

    /// More places of one phrase are not told.
    private static let maximumPlaces = 100
    /// Characters on each side.
    private static let reach = 12

    init(page: Page, frame: ArticleFrame) {
        self.page = page
        self.frame = frame
        body = Set(frame.body)
        let blocks = page.scan.blocks
        let start = min((frame.body.last ?? -1) + 1, blocks.count)
        let foot = blocks[start...].firstIndex { block in
            let text = page.text(of: block)
            return text.containsAny(PagePlaces.footWords) || text.contains("拥有") && text.contains("版权")
        }
        footer = foot ?? blocks.count
    }

    func places(of found: [InjectedPhrases.Place]) -> [Integrity.Place] {
        found.prefix(PagePlaces.maximumPlaces).map { place in
            Integrity.Place(zone: zone(place.block), context: context(place), candidate: place.candidate)
        }
    }

    private func zone(_ index: Int) -> String {
        guard index < page.scan.blocks.count else { return "tail" }
        if index == frame.title { return "headline" }
        if body.contains(index) { return "body" }
        let flags = page.scan.blocks[index].inherited
        if flags.contains(.footer) { return "footer" }
        if !flags.isDisjoint(with: [.navigation, .breadcrumb]) { return "navigation" }
        let first = frame.body.first ?? 0
        if index < first {
            if let title = frame.title { return index < title ? "navigation" : "head" }
            return frame.head.contains(index) ? "head" : "navigation"
        }
        if index < frame.body.last ?? 0 { return "aside" }
        return index >= footer ? "footer" : "tail"
    }

    /// The phrase and a few characters of its block on both sides.
    private func context(_ place: InjectedPhrases.Place) -> String {
        let text = page.text
        var start = place.range.lowerBound
        var end = place.range.upperBound
        for _ in 0..<PagePlaces.reach {
            if start > 0, text[start - 1] != 0x0A { start -= text.lengthOfCharacter(before: start) }
            if end < text.count, text[end] != 0x0A { end += text.scalar(at: end).length }
        }
        return TextCleaner.clean(text.cut(start..<end))
    }

    private static let footWords: [StaticString] = [
        "ICP备", "ICP证", "许可证", "版权所有", "关于我们", "网站地图", "©", "Copyright",
    ]
}
