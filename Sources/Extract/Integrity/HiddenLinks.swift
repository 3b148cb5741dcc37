internal import HTML
internal import Model

/// Finds farms of links to other sites that readers cannot see: moved off the screen or without size, by their own style, by that
/// of an element around them, or by a simple rule of a style element.
struct HiddenLinks {
    let page: Page
    private let addresses: Addresses

    private static let maximumLinks = 400

    init(_ page: Page) {
        self.page = page
        addresses = Addresses(page)
    }

    func finding() -> Integrity.Finding? {
        var hosts: Set<String> = []
        var count = 0
        for index in ofTheirOwn() + insideHidden() {
            guard let url = addresses.resolve(page.attribute(.href, of: index)), let host = url.registrableDomain,
                host != page.url?.registrableDomain
            else { continue }
            hosts.insert(host)
            count += 1
        }
        guard hosts.count >= 3 else { return nil }
        return Integrity.Finding(
            kind: "hidden_links", phrase: nil, count: count, spans: [], candidates: hosts.sorted().prefix(8).map { $0 },
            confidence: 0.8)
    }

    private func ofTheirOwn() -> [Int] { Array(page.scan.hiddenLinks.prefix(HiddenLinks.maximumLinks)) }

    /// Links to whole addresses inside an element that is off the screen; each element is looked at once.
    private func insideHidden() -> [Int] {
        let rules = StyleRules(page.document)
        // 0 not looked at, 1 seen, 2 hidden.
        var states = [UInt8](repeating: 0, count: page.scan.elements.count)
        for index in page.scan.hiddenLinks { states[index] = 1 }
        var found: [Int] = []
        var path: [Int] = []
        for index in page.scan.elements.indices where page.scan.elements[index].tag == .a && states[index] == 0 {
            guard isElsewhere(index), found.count < HiddenLinks.maximumLinks else { continue }
            path.removeAll(keepingCapacity: true)
            var current = index
            while current >= 0, states[current] == 0 {
                if hides(current, rules) {
                    states[current] = 2
                    break
                }
                path.append(current)
                current = page.scan.elements[current].parent
            }
            let state = current >= 0 ? states[current] : 1
            for step in path { states[step] = state }
            if state == 2 { found.append(index) }
        }
        return found
    }

    private func isElsewhere(_ index: Int) -> Bool {
        guard let href = page.attribute(.href, of: index)?.trimmed else { return false }
        return href.startsFolded(with: "http") || href.starts(with: "//")
    }

    private func hides(_ index: Int, _ rules: StyleRules) -> Bool {
        if let style = page.attribute(.style, of: index), StyleRules.movesAway(style) { return true }
        guard !rules.isEmpty else { return false }
        return rules.matches(id: page.attribute(.id, of: index), classes: page.attribute(.class, of: index))
    }
}
