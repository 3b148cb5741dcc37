internal import HTML
internal import Model

/// Turns away pages that are no article: walls, missing pages, lists, pages with next to no text.
struct PageVerdict {
    let page: Page
    let title: String?
    let meta: MetaTags
    let linked: LinkedData
    let anchor: TitleAnchor
    let picked: BlockPicker.Picked
    let weights: ProseWeights

    /// Why the page is no article; nil where it is one.
    func reason() -> NotAnArticle? {
        let bytes = picked.body.reduce(0) { $0 + page.scan.blocks[$1].count }
        let prose = picked.body.reduce(0) { $0 + weights.prose[$1] }
        if bytes == 0 { return .empty }
        if prose < 500, isWall() { return .verificationWall }
        if prose < 500, saysMissing() { return .soft404 }
        if bytes < 30 { return .tooShort }
        return isList(bytes: bytes, prose: prose) ? .listPage : nil
    }

    private func isWall() -> Bool {
        let text = page.text.cut(to: 6000)
        guard text.count < 4000 else { return false }
        if PageVerdict.wallWords.occur(in: text) { return true }
        return text.count < 1200 && signs() == 0 && asksForProof()
    }

    /// Whether an element of a nearly empty page is called a challenge: its id, class, action or source says so.
    private func asksForProof() -> Bool {
        page.scan.elements.indices.prefix(400).contains { index in
            [AttributeName.id, .class, .action, .src, .name].contains { name in
                guard let value = page.attribute(name, of: index), value.count < 300 else { return false }
                return PageVerdict.proofWords.occur(in: value)
            }
        }
    }

    private func saysMissing() -> Bool {
        if let title, isMissing(title) { return true }
        guard signs() == 0 else { return false }
        return page.scan.headings.prefix(2).contains { isMissing(page.text(ofElement: $0).string) } || isCalledMissing()
    }

    private func isMissing(_ title: String) -> Bool {
        var title = title
        return title.withUTF8 { text in
            text.count < 120 && (text.equals("404") || PageVerdict.missingWords.occur(in: text))
        }
    }

    /// Whether the page itself is called an error: the class or id of its body, or its own address in the metadata.
    private func isCalledMissing() -> Bool {
        let top = page.scan.elements.indices.prefix(12).filter { [.body, .html].contains(page.scan.elements[$0].tag) }
        for index in top {
            let values = [page.attribute(.class, of: index), page.attribute(.id, of: index)]
            let isError = values.contains { value in
                value.map(PageVerdict.errorNames.occur) == true
            }
            if isError { return true }
        }
        guard let address = meta.first("og:url")?.trimmed else { return false }
        return address.endsFolded(with: "/404") || address.endsFolded(with: "/404.html")
            || address.endsFolded(with: "/404/")
    }

    /// Many links that read like headlines, little beside them, and nothing that says article.
    private func isList(bytes: Int, prose: Int) -> Bool {
        var headlines = 0
        var linkBytes = 0
        for block in page.scan.blocks {
            linkBytes += block.linkBytes
            if block.count >= 24 && block.linkBytes * 10 > block.count * 8 { headlines += 1 }
        }
        // Front pages have fewer and longer teasers.
        if isFront, headlines >= 8, linkBytes * 2 > bytes, ArticleDeclarations(meta, linked).count == 0 { return true }
        guard headlines >= 25, linkBytes > bytes * 2 else { return false }
        return prose < 160 ? signs() <= 1 : signs() == 0
    }

    /// Whether the address is that of a whole site, without path or query.
    private var isFront: Bool {
        guard let url = page.url else { return false }
        return url.path.utf8.count <= 1 && (url.query ?? "").isEmpty
    }

    /// How many things on the page say that it is one article.
    private func signs() -> Int {
        var signs = ArticleDeclarations(meta, linked).count
        if let title = anchor.block, page.scan.blocks[title].linkBytes == 0 { signs += 1 }
        if picked.body.contains(where: { page.scan.blocks[$0].inherited.contains(.articleBody) }) { signs += 1 }
        return signs
    }

    private static let errorNames: FoldedWords = ["error404", "error-404", "page-404", "not-found", "notfound"]

    private static let proofWords: FoldedWords = [
        "captcha", "challenge", "human-verif", "verify-human", "anti-bot", "antibot",
    ]

    private static let wallWords: FoldedWords = [
        "verify you are human", "checking your browser", "enable javascript and cookies", "are you a robot",
        "unusual traffic", "captcha", "access denied", "安全验证", "人机验证", "请完成验证", "访问过于频繁", "滑动验证", "请输入验证码",
    ]

    private static let missingWords: FoldedWords = [
        "404 -", "error 404", "404 error", "404 not", "404 page", "- 404", "404页面", "page not found",
        "page doesn't exist", "no longer available", "页面不存在", "找不到", "页面没有找到",
        "已被删除", "内容不存在", "seite nicht gefunden", "page introuvable", "página no encontrada", "ページが見つかりません",
    ]
}
