@testable import Extract
import Model

/// What libFuzzer calls with each input: the text as a date of HTTP, of a feed and of an address, and as text with dates in it.
///
/// What was read must be written and read again as the same instant, and lie within the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDates(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    withValidText(UnsafeBufferPointer(start: start, count: count)) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        if let time = HTTPDate.parse(text) {
            hold(HTTPDate.parse(HTTPDate.write(time)) == time, "an HTTP date that is not read again")
            check(time)
        }
        for offset in [0, 28_800, -16_200] {
            if let time = FeedDate.parse(text, offsetSeconds: offset) { check(time) }
        }
        if let time = Timestamp(rfc3339: text) { check(time) }
        if let found = URLDate.read(bytes) { check(found, in: bytes.count) }
        if let found = EpochDate.read(bytes) { check(found, in: bytes.count) }
        for order in [DayOrder.dayFirst, .monthFirst] {
            for found in DateScanner(text: bytes, order: order).all() { check(found, in: bytes.count) }
        }
        _ = DateLabels.saysModified(bytes)
        _ = DateLabels.saysPublished(bytes)
    }
    return 0
}

private func check(_ time: Timestamp) {
    guard (0...9999).contains(time.localDate.year) else { return }
    let again = Timestamp(rfc3339: time.rfc3339)
    // RFC 3339 has no seconds in its offsets.
    hold(again == time || time.offsetSeconds % 60 != 0, "a time that RFC 3339 does not give back")
}

private func check(_ date: WrittenDate, in count: Int) {
    hold(
        date.range.lowerBound >= 0 && date.range.upperBound <= count && !date.range.isEmpty, "outside the text")
    for offset in [0, 28_800, -43_200] {
        if let time = date.timestamp(defaultOffset: offset) { check(time) }
    }
}
