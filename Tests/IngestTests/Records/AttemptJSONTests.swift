import Foundation
import Model
import Schedule
import Testing

@testable import Fetch
@testable import Ingest

@Suite struct AttemptJSONTests {
    private func object(_ attempt: Attempt) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(attempt.line)) as? [String: Any])
    }

    @Test(arguments: Outcome.allCases) func everyOutcomeIsOneLineOfJSON(outcome: Outcome) throws {
        let attempt = try Fixture.attempt("http://a.example/1", outcome)
        #expect(attempt.line.last == 0x0A)
        #expect(attempt.line.filter { $0 == 0x0A }.count == 1)
        let object = try object(attempt)
        #expect(object["schema"] as? Int == 1)
        #expect(object["outcome"] as? String == outcome.rawValue)
        #expect(object["source"] as? String == "harbour")
        #expect(object["attempt"] as? Int == 1)
        #expect(object["time"] as? String == attempt.time.rfc3339)
    }

    @Test func lineFeedsQuotesAndControlsDoNotBreakTheLine() throws {
        var attempt = try Fixture.attempt("http://a.example/1", .httpError)
        attempt.message = "two\nlines, a \"quote\", \u{1}\u{2028}\\ and 云溪"
        attempt.title = "\r\n\t"
        attempt.contentType = "text/html\u{0}"
        #expect(attempt.line.filter { $0 == 0x0A }.count == 1)
        let object = try object(attempt)
        #expect(object["message"] as? String == attempt.message)
        #expect(object["title"] as? String == attempt.title)
    }

    @Test func whatAnAnswerBringsIsWrittenAndWhatIsNotThereIsLeftOut() throws {
        var attempt = try Fixture.attempt("http://a.example/1", .article)
        #expect(try object(attempt)["status"] == nil)
        attempt.status = 200
        attempt.bytes = 12
        attempt.page = Offset(rawValue: .max)
        attempt.finalURL = "http://a.example/2"
        attempt.redirects = [Redirect(url: try WebURL("http://a.example/1"), status: 301, location: "/2")]
        attempt.details = TransferDetails(
            timings: Timings(
                dns: .milliseconds(1), connect: .milliseconds(2), tls: .zero, firstByte: .milliseconds(5),
                total: .milliseconds(7)),
            remoteAddress: "192.0.2.1", remotePort: 80, httpVersion: "1.1", wireBytes: 300)
        attempt.retryAt = Timestamp(secondsSinceEpoch: 1_795_000_060)
        let object = try object(attempt)
        #expect(object["status"] as? Int == 200)
        #expect(object["page_offset"] as? UInt64 == .max)
        #expect(object["final_url"] as? String == "http://a.example/2")
        #expect((object["redirects"] as? [[String: Any]])?.first?["status"] as? Int == 301)
        #expect(object["milliseconds"] as? Int == 7)
        #expect((object["timings"] as? [String: Any])?["first_byte"] as? Int == 5)
        #expect(object["ip"] as? String == "192.0.2.1")
        #expect(object["retry_at"] as? String == "2026-11-18T11:07:40Z" || object["retry_at"] is String)
        #expect(attempt.milliseconds == 7)
    }

    @Test func theSameFinalAddressIsNotRepeated() throws {
        var attempt = try Fixture.attempt("http://a.example/1", .article)
        attempt.finalURL = "http://a.example/1"
        #expect(try object(attempt)["final_url"] == nil)
    }
}
