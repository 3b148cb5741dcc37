@testable import Extract
import Model

/// What libFuzzer calls with each input: the text as a byline, as a line of Chinese credits, as a dateline and as JSON-LD.
///
/// No name may be empty or longer than the text, and what is found lies within it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzByline(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    withValidText(UnsafeBufferPointer(start: start, count: count)) { bytes in
        for name in EnglishByline.names(bytes) { check(name, bytes) }
        for credit in CreditReader(text: bytes).credits() { check(credit.name, bytes) }
        for takesPenNames in [false, true] {
            let found = ChineseNames(text: bytes, takesPenNames: takesPenNames).list(at: 0)
            hold((0...bytes.count).contains(found.end), "outside the text")
            for name in found.names { check(name, bytes) }
        }
        for year in [nil, 2024] {
            guard let found = DatelineReader(text: bytes, year: year).read() else { continue }
            hold((0...bytes.count).contains(found.end), "outside the text")
        }
        if let name = PersonName.clean(bytes) { check(name, bytes) }
        var left = 100_000
        for value in JSONReader.read(bytes) { visit(value, &left) }
        _ = Entities.decode(String(decoding: bytes, as: UTF8.self))
    }
    return 0
}

private func check(_ name: String, _ text: UnsafeBufferPointer<UInt8>) {
    hold(!name.isEmpty, "an empty name")
    hold(name.utf8.count <= text.count * 3, "a name longer than the text")
}

/// Touches all that a value holds; the reader promises a bounded number.
private func visit(_ value: JSONValue, _ left: inout Int) {
    left -= 1
    hold(left > 0, "more values than the reader may give")
    _ = value.text
    _ = value.raw?.count
    _ = value["name"]
    switch value {
    case .array(let values): for value in values { visit(value, &left) }
    case .object(let members): for member in members { visit(member.value, &left) }
    default: break
    }
}
