/// Classes that hide an element on some screens, or something else of it: `hidden-xs`, `hidden md:block`, `overflow-hidden`.
enum ConditionalHiding {
    /// Whether readers at a desk see the element, though a class of it has the word "hidden" or the like.
    static func isShown(_ value: Bytes, word: Range<Int>) -> Bool {
        var start = word.lowerBound
        while start > 0, !value[start - 1].isSpace { start -= 1 }
        var end = word.upperBound
        while end < value.count, !value[end].isSpace { end += 1 }
        let name = value.cut(start..<end)
        if name.count == word.count { return shown.contains { value.containsFolded($0) } }
        return elsewhere.contains { name.containsFolded($0) }
    }

    /// What shows on wider screens an element that is hidden on narrow ones.
    private static let shown: [StaticString] = [":block", ":flex", ":inline", ":grid", ":table", ":contents"]

    /// What is hidden is the overflow, or the element on paper, on a telephone, with or without scripts, under the pointer.
    private static let elsewhere: [StaticString] = [
        "overflow", "print", "mobile", "phone", "small", "-xs", "-sm", "xs-", "sm-", "no-js", "nojs", "no-script",
        "noscript", "hover",
        "until-desktop",
    ]
}
