internal import Model

// Chinese credits with their roles, and names without a label.

extension AuthorStage {
    func offerCredits(to found: inout Candidates<[Author]>) {
        var authors: [Author] = []
        for (credit, place) in credits.map({ ($0.credit, $0.place) }) {
            guard case .role(let role) = credit.kind, !authors.contains(where: { $0.name == credit.name }) else {
                continue
            }
            if role == .photographer, place == .tail || place == .ending { continue }
            authors.append(Author(name: credit.name, role: role))
        }
        if !authors.isEmpty { found.offer(authors, "byline", 0.9) }
        guard authors.isEmpty else { return }
        let names = ChineseBareNames(page: page, frame: frame).names()
        if !names.isEmpty { found.offer(names.map { Author(name: $0, role: .author) }, "bare name", 0.6) }
    }

    /// Names without a label in an element that its class calls a byline.
    func offerChineseByline(to found: inout Candidates<[Author]>) {
        var authors: [Author] = []
        for index in bylineElements() {
            let text = page.text(ofElement: index)
            guard text.count <= 60, CreditReader(text: text).credits().isEmpty else { continue }
            let (names, end) = ChineseNames(text: text).list(at: 0)
            guard end == text.count else { continue }
            for name in names where !authors.contains(where: { $0.name == name }) {
                authors.append(Author(name: name, role: .author))
            }
        }
        if !authors.isEmpty { found.offer(authors, "class:byline", 0.7) }
    }
}
