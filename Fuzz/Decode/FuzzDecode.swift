import Decode

/// What libFuzzer calls with each input. The first byte chooses the kind of page and whether a Content-Type comes first, up to a
/// line feed.
///
/// Whatever the bytes are, the page must be valid UTF-8 without a byte order mark, and its length in proportion to theirs.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDecode(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    var bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    var contentType: String?
    if start[0] & 4 != 0, let end = bytes.firstIndex(of: 0x0A) {
        contentType = String(decoding: bytes[..<end], as: UTF8.self)
        bytes.removeFirst(end + 1)
    }
    let kinds: [PageKind] = [
        .html, .xml, .text, PageKind(contentType: contentType, bytes: bytes),
    ]
    let page = PageDecoder.decode(bytes, contentType: contentType, kind: kinds[Int(start[0] & 3)])
    hold(String(validating: page.utf8, as: UTF8.self) != nil, "not UTF-8")
    hold(page.utf8.count <= bytes.count * 4 + 16, "out of proportion")
    hold(page.replacements >= 0 && page.replacements <= bytes.count + 1, "more replacements than bytes")
    hold(Charset.named(page.charset.name) == page.charset, "a charset that its own name does not name")
    return 0
}
