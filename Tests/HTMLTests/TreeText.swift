import HTML
import Testing

/// The tree of a page as lines, children indented by two spaces.
func tree(_ html: String, scripting: Bool = false, fragment: String? = nil) -> String {
    let options = ParseOptions(scripting: scripting, fragment: fragment.map { FragmentContext($0) })
    return lines(Document.parse(Array(html.utf8), options: options))
}

func lines(_ document: Document) -> String {
    TreeFormat.write(document).split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("| ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n").trimmingSuffix()
}

/// The lines of what lies in the body, not indented.
func body(_ html: String, scripting: Bool = false) -> String {
    let all = tree("<!DOCTYPE html>" + html, scripting: scripting).split(
        separator: "\n", omittingEmptySubsequences: false)
    guard let start = all.firstIndex(of: "  <body>") else { return "no body" }
    return all[(start + 1)...].map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 }.joined(separator: "\n")
}

/// The lines of what lies in the head, not indented.
func head(_ html: String, scripting: Bool = false) -> String {
    let all = tree("<!DOCTYPE html>" + html, scripting: scripting).split(
        separator: "\n", omittingEmptySubsequences: false)
    guard let start = all.firstIndex(of: "  <head>"), let end = all.firstIndex(of: "  <body>") else { return "none" }
    return all[(start + 1)..<end].map { $0.dropFirst(4) }.joined(separator: "\n")
}

/// The tokens of a text as JSON.
func tokens(_ text: String, _ state: String = "Data state", last: String? = nil) -> String {
    TokenFormat.write(Array(text.utf8), initialState: state, lastStartTag: last).map {
        String(decoding: $0, as: UTF8.self)
    } ?? "no such state"
}

/// The first element of this name, in document order.
func first(_ tag: HTML.Tag, in document: Document) -> NodeID? {
    document.descendants(of: document.root).first { document.isElement($0, tag) }
}

extension String {
    fileprivate func trimmingSuffix() -> String {
        var text = self
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}
