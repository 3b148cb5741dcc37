import HTML

/// What libFuzzer calls with each input. The first byte chooses how the rest is parsed.
///
/// Any crash, any trap of an arithmetic overflow and any broken link is a finding; the address sanitizer adds the rest.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTML(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let choice = Int(start[0])
    let contexts = [
        "div", "table", "tr", "select", "template", "title", "script", "svg desc", "math mi", "html", "frameset",
    ]
    let context = choice & 15 < contexts.count ? FragmentContext(contexts[choice & 15]) : nil
    let options = ParseOptions(
        scripting: choice & 16 != 0, maximumDepth: choice & 32 != 0 ? 16 : 512, fragment: context)
    let document = Document.parse(bytes, options: options)
    hold(linksAreConsistent(document), "broken links")
    _ = TreeFormat.write(document)
    let states = ["Data state", "RCDATA state", "RAWTEXT state", "Script data state", "CDATA section state"]
    _ = TokenFormat.write(bytes, initialState: states[choice % states.count], lastStartTag: "p")
    return 0
}

private func linksAreConsistent(_ document: Document) -> Bool {
    var met = 0
    for node in document.descendants(of: document.root) {
        met += 1
        if met > document.count { return false }
        var previous: NodeID?
        for child in document.children(of: node) {
            if document.parent(child) != node || document.previousSibling(child) != previous { return false }
            previous = child
        }
    }
    return true
}
