import Model
import Testing

@testable import Schedule

struct RetryAfterTests {
    /// Tue, 03 Feb 2026 04:05:06 GMT
    private let now = Timestamp(secondsSinceEpoch: 1_770_091_506)

    @Test func secondsAndDatesAreRead() {
        #expect(RetryAfter.parse("120", now: now) == .seconds(120))
        #expect(RetryAfter.parse(" 0 ", now: now) == .zero)
        #expect(RetryAfter.parse("Tue, 03 Feb 2026 04:15:06 GMT", now: now) == .seconds(600))
        #expect(RetryAfter.parse("Tuesday, 03-Feb-26 04:15:06 GMT", now: now) == .seconds(600))
    }

    @Test func aDateThatIsPastIsNow() {
        #expect(RetryAfter.parse("Tue, 03 Feb 2026 04:05:05 GMT", now: now) == .zero)
    }

    @Test func whatIsNeitherIsRefused() {
        for text in ["", " ", "-1", "1.5", "12s", "soon", "1, 2", "2026-02-03T04:15:06Z", "１"] {
            #expect(RetryAfter.parse(text, now: now) == nil, "\(text)")
        }
    }

    @Test func aHugeNumberIsBounded() {
        let limit = Duration.seconds(1 << 31)
        #expect(RetryAfter.parse(String(repeating: "9", count: 400), now: now) == limit)
        #expect(RetryAfter.parse("Fri, 31 Dec 9999 23:59:59 GMT", now: now) == limit)
    }

    @Test func anyTextIsRefusedOrAWait() {
        var generator = SeededGenerator(for: "anyTextIsRefusedOrAWait")
        for _ in 0..<5_000 {
            let text = generator.text(of: ["1", "9", " ", "Tue, 03 Feb 2026 ", "04:15:06", " GMT", "-", "é"], upTo: 6)
            if let wait = RetryAfter.parse(text, now: now) { #expect(wait >= .zero) }
        }
    }
}
