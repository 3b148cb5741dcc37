internal import HTML

/// The simple rules of a page's own style elements that move what they match off the screen: `.x`, `#x`, several with commas.
struct StyleRules {
    private var classes: Set<String> = []
    private var ids: Set<String> = []

    var isEmpty: Bool { classes.isEmpty && ids.isEmpty }

    private static let maximumRules = 32
    /// What is put into a page for one farm is short; the style sheets of whole sites are not read.
    private static let maximumBytes = 4096

    init(_ document: Document) {
        guard let head = document.documentElement.flatMap({ document.firstChild($0) }) else { return }
        var node = document.firstChild(head)
        while let current = node {
            if document.kind(current) == .element, document.tag(current) == .style,
                let text = document.firstChild(current)
            {
                let style = document.bytes(of: text)
                if style.count <= StyleRules.maximumBytes { read(style) }
            }
            node = document.nextSibling(current)
        }
    }

    /// Whether a declaration moves something a thousand pixels and more to the left or up, which is done to what nobody is to see.
    static func movesAway(_ style: Bytes) -> Bool {
        guard style.containsFolded("absolute") || style.containsFolded("fixed") else { return false }
        return firstMove(in: style, from: 0) != nil
    }

    /// Where `left: -9999px` or `top: -1000px` begins.
    private static func firstMove(in style: Bytes, from start: Int) -> Int? {
        var position = start
        while let minus = style.find("-", from: position) {
            position = minus + 1
            var digits = position
            while digits < style.count, style[digits].isDigit { digits += 1 }
            guard digits - position >= 4, style.hasFolded("px", at: digits) else { continue }
            var end = minus
            while end > 0, style[end - 1] == 0x20 || style[end - 1] == 0x3A { end -= 1 }
            let name = style.cut(to: end)
            if name.endsFolded(with: "left") || name.endsFolded(with: "top") { return minus }
        }
        return nil
    }

    private mutating func read(_ style: Bytes) {
        var position = 0
        while classes.count + ids.count < StyleRules.maximumRules,
            let move = StyleRules.firstMove(in: style, from: position)
        {
            position = move + 1
            guard let open = style.cut(to: move).lastIndex(of: 0x7B) else { continue }
            let end = style.cut(from: open).firstIndex(of: 0x7D).map { open + $0 } ?? style.count
            guard StyleRules.movesAway(style.cut(open..<end)) else { continue }
            let start = style.cut(to: open).lastIndex { $0 == 0x7D || $0 == 0x7B || $0 == 0x2F }.map { $0 + 1 } ?? 0
            for selector in style[start..<open].split(separator: 0x2C) { add(Bytes(rebasing: selector).trimmed) }
        }
    }

    private mutating func add(_ selector: Bytes) {
        guard selector.count > 1, selector.count < 80,
            selector.cut(from: 1).allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F })
        else { return }
        if selector[0] == 0x2E { classes.insert(selector.cut(from: 1).string) }
        if selector[0] == 0x23 { ids.insert(selector.cut(from: 1).string) }
    }

    func matches(id: Bytes?, classes names: Bytes?) -> Bool {
        if let id, !ids.isEmpty, ids.contains(id.trimmed.string) { return true }
        guard let names, !classes.isEmpty else { return false }
        return names.split(whereSeparator: \.isSpace).contains { classes.contains(Bytes(rebasing: $0).string) }
    }
}
