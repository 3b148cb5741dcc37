import Model
import Testing

@testable import Schedule

struct HTTPFreshnessTests {
    /// Tue, 03 Feb 2026 04:05:06 GMT
    private let received = Timestamp(secondsSinceEpoch: 1_770_091_506)
    private let date = ("Date", "Tue, 03 Feb 2026 04:05:06 GMT")

    private func response(_ headers: [(String, String)], status: Int = 200) -> HTTPFreshness {
        HTTPFreshness(status: status, headers: headers.map { (name: $0.0, value: $0.1) }, received: received)
    }

    private func isFresh(_ headers: [(String, String)], status: Int = 200, after seconds: Int = 10) -> Bool {
        response(headers, status: status).isFresh(at: received.advanced(by: .seconds(seconds)))
    }

    @Test func itIsFreshUntilItsAgeReachesItsLifetime() {
        #expect(isFresh([("Cache-Control", "max-age=11")]))
        #expect(!isFresh([("Cache-Control", "max-age=10")]))
        #expect(isFresh([date, ("Expires", "Tue, 03 Feb 2026 04:05:17 GMT")]))
        #expect(!isFresh([date, ("Expires", "Tue, 03 Feb 2026 04:05:16 GMT")]))
        #expect(!isFresh([]))
    }

    @Test func maxAgeComesBeforeExpiresAndBothBeforeAGuess() {
        let future = ("Expires", "Wed, 04 Feb 2026 04:05:06 GMT")
        let old = ("Last-Modified", "Tue, 03 Feb 2004 04:05:06 GMT")
        #expect(!isFresh([future, ("Cache-Control", "max-age=0")]))
        #expect(!isFresh([old, ("Expires", "0")]))
        #expect(response([date, future]).lifetime == .seconds(86_400) && response([old]).lifetime == nil)
    }

    @Test func theTimeOnTheWayIsPartOfTheAge() {
        #expect(!isFresh([("Cache-Control", "max-age=60"), ("Age", "55")]))
        #expect(!isFresh([("Cache-Control", "max-age=60"), ("Date", "Tue, 03 Feb 2026 04:04:10 GMT")]))
        #expect(isFresh([("Cache-Control", "max-age=60"), ("Date", "Tue, 03 Feb 2026 05:00:00 GMT")]), "a clock ahead")
        #expect(response([("Age", "7")]).age(at: received.advanced(by: .seconds(3))) == .seconds(10))
    }

    @Test func anAgeThatIsNoneIsIgnored() {
        for text in ["-7200", "7200.0", "x", "", "0, 7200"] {
            #expect(isFresh([("Cache-Control", "max-age=60"), ("Age", text)]), "\(text)")
        }
        #expect(!isFresh([("Cache-Control", "max-age=60"), ("Age", "7200, 0")]))
        #expect(!isFresh([("Cache-Control", "max-age=60"), ("Age", "99999999999999999999")]))
    }

    @Test func directivesAreReadInAnyCaseOrderAndLine() {
        #expect(!isFresh([("cache-control", "max-age=60, No-Store")]))
        #expect(!isFresh([("Cache-Control", "max-age=60"), ("Cache-Control", "no-cache")]))
        #expect(isFresh([("Cache-Control", "x=\"no-store, no-cache\", MAX-AGE = \"60\"")]))
        #expect(isFresh([("Cache-Control", "no-cache=\"Set-Cookie\", max-age=60")]))
        #expect(isFresh([("Cache-Control", "max-age=60, max-age=0")]))
        #expect(isFresh([("Cache-Control", "max-age=99999999999999999999")]))
        #expect(isFresh([("Cache-Control", "s-maxage=0, private, must-revalidate, max-age=60")]))
    }

    @Test func aLifetimeThatIsNoNumberIsOver() {
        for text in ["max-age=-60", "max-age='60'", "max-age=", "max-age", "max-age=x60"] {
            #expect(!isFresh([("Cache-Control", text)]), "\(text)")
        }
    }

    @Test func withoutAWordOfTheServerATenthOfTheRestIsTaken() {
        let changed = ("Last-Modified", "Tue, 03 Feb 2026 04:03:16 GMT")
        #expect(isFresh([date, changed]) && !isFresh([date, changed], after: 11))
        #expect(!isFresh([date, changed], status: 500) && isFresh([date, changed], status: 404))
        #expect(isFresh([date, changed, ("Cache-Control", "public")], status: 599))
        #expect(!response([date, changed]).isFresh(at: received, heuristics: false))
        let old = ("Last-Modified", "Tue, 03 Feb 2004 04:05:06 GMT")
        #expect(isFresh([date, old], after: 86_399) && !isFresh([date, old], after: 86_400))
    }

    @Test func whatCannotBeKeptIsNeverFresh() {
        #expect(!isFresh([("Cache-Control", "max-age=60"), ("Vary", "Accept, *")]))
        #expect(isFresh([("Cache-Control", "max-age=60"), ("Vary", "Accept")]))
        #expect(!isFresh([("Cache-Control", "max-age=60")], status: 206))
    }

    @Test func validatorsGoBackAsTheyCame() {
        let headers = [("etag", " W/\"a b\" "), ("Last-Modified", "Tuesday, 03-Feb-26 04:05:06 GMT")]
        let validators = response(headers).requestValidators
        #expect(validators.map(\.name) == ["If-None-Match", "If-Modified-Since"])
        #expect(validators.map(\.value) == ["W/\"a b\"", "Tuesday, 03-Feb-26 04:05:06 GMT"])
        #expect(response(headers, status: 304).requestValidators.count == 2)
    }

    @Test func whatIsNoValidatorIsLeftOut() {
        #expect(response([("ETag", ""), ("Last-Modified", "")]).requestValidators.isEmpty)
        #expect(response([("Last-Modified", "yesterday")]).requestValidators.isEmpty)
        #expect(response([("ETag", "\"a\r\nX-Evil: 1\"")]).requestValidators.isEmpty)
        #expect(response([("ETag", "\"a\"")], status: 404).requestValidators.isEmpty)
        #expect(response([("ETag", "\"\"")]).requestValidators.count == 1)
    }

    @Test func anyFieldsGiveAnAnswer() {
        let pieces = [
            "max-age", "=", "60", ",", "no-store", "\"", "-", "public", " ", "W/", "é", "\0", "*", ";", date.1,
        ]
        let names = ["Cache-Control", "Expires", "Age", "Date", "Last-Modified", "ETag", "Vary"]
        var generator = SeededGenerator(for: "anyFieldsGiveAnAnswer")
        for _ in 0..<5_000 {
            let headers = names.map { ($0, generator.text(of: pieces, upTo: 5)) }
            let stored = response(headers)
            if stored.isFresh(at: received.advanced(by: .seconds(1 << 32))) { Issue.record("\(headers)") }
            #expect(stored.requestValidators.count <= 2)
        }
    }
}
