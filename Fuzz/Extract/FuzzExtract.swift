import Decode
import Extract
import HTML
import Model

/// What libFuzzer calls with each input: a page of any bytes, on the whole way from bytes to the article as JSON. The first byte
/// chooses the kind and the address.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExtract(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let choice = start[0]
    let url = choice & 1 == 0 ? nil : CanonicalURL("https://news.example.org/2024/05/06/ferry.html")?.url
    let page = PageDecoder.decode(bytes, contentType: nil, kind: choice & 2 == 0 ? .html : .text)
    let extraction: Extraction
    if choice & 2 == 0 {
        var input = ExtractionInput(document: Document.parse(page.utf8), url: url)
        if choice & 4 != 0 { input.siteOffsetSeconds = 28_800 }
        if choice & 8 != 0 { input.hintedTitle = "Ferry back in service" }
        extraction = Extractor.extract(input)
    } else {
        extraction = Extractor.extractText(utf8: page.utf8, url: url)
    }
    switch extraction {
    case .article(let draft): check(draft)
    case .notAnArticle(let reason): hold(NotAnArticle(rawValue: reason) != nil, "an unknown reason")
    }
    return 0
}

private func check(_ draft: ArticleDraft) {
    var writer = JSONWriter(reservingCapacity: 4096)
    writer.beginObject()
    draft.content.writeMembers(to: &writer)
    writer.endObject()
    hold(String(validating: writer.bytes, as: UTF8.self) != nil, "not UTF-8")
    for author in draft.content.authors { hold(!author.name.isEmpty, "an author without a name") }
    for evidence in draft.content.evidence.values {
        hold((0...1).contains(evidence.confidence), "a confidence out of range")
    }
    let text = Array(draft.content.text.utf8)
    for finding in draft.content.integrity.findings {
        hold((0...1).contains(finding.confidence), "a confidence out of range")
        hold(finding.kind != "injected_phrase" || finding.count >= finding.places.count, "more places than there are")
        for span in finding.spans {
            hold(span.count == 2 && span[0] < span[1] && span[1] <= text.count, "a span outside of the text: \(span)")
        }
    }
    for field in draft.explanation {
        for candidate in field.candidates {
            hold((0...1).contains(candidate.confidence), "a confidence out of range: \(candidate)")
        }
    }
}
