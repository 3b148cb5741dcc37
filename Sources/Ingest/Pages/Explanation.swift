package import Extract
internal import Model

extension StoredPage {
    /// What each field of the page's article was chosen from, by today's extraction; nil where the page is no article.
    package func explanation(by plan: SourcePlan) -> [FieldExplanation]? {
        guard let page, case .article(let draft, _) = PageReader.read(page, by: plan) else { return nil }
        return draft.explanation
    }
}
