package import HTML
package import Model

extension ListPage {
    /// The next page of a list: `rel=next` on a link or an anchor, else an anchor that says so; of the same host only.
    package static func nextPage(in document: Document, base: WebURL) -> WebURL? {
        let resolver = document.base(base)
        var named: WebURL?
        for node in document.descendants(of: document.root) {
            guard document.isElement(node, .a) || document.isElement(node, .link),
                let href = document.attributeString(.href, of: node), let url = WebLink.resolve(href, base: resolver),
                url.host == base.host, url.withoutFragment != base.withoutFragment
            else { continue }
            let relations = document.attributeString(.rel, of: node)?.lowercased().split(separator: " ") ?? []
            if relations.contains("next") { return url.withoutFragment }
            if named == nil, document.isElement(node, .a), saysNext(document.text(of: node)) {
                named = url.withoutFragment
            }
        }
        return named
    }

    private static func saysNext(_ text: String) -> Bool {
        guard text.utf8.count < 64, let text = text.collapsed?.lowercased() else { return false }
        return nextWords.contains(text)
    }

    private static let nextWords: Set<String> = [
        "next", "next page", "next »", "next ›", "next →", "next >", "older posts", "older", "下一页", "下一頁", "下页", "下一页>",
        "下一页 >", "下一页»", "后一页", "次へ", "次のページ", "다음", "weiter", "suivant", "siguiente",
    ]
}
