import Foundation
import Testing

@testable import Model

struct CanonicalURLTests {
    private func canonical(_ text: String) -> String? { CanonicalURL(text)?.href }

    @Test func theFragmentGoes() {
        #expect(canonical("https://a.test/x#comments") == "https://a.test/x")
        #expect(canonical("https://a.test/x?y#z?utm_source=q") == "https://a.test/x?y")
    }

    @Test func trackingGoesAndTheRestKeepsItsOrder() {
        #expect(canonical("https://a.test/x?b=2&utm_source=w&a=1&UTM_Medium=m&fbclid=1") == "https://a.test/x?b=2&a=1")
        #expect(canonical("https://a.test/x?spm=a.b&id=7&scm=c") == "https://a.test/x?id=7")
        #expect(canonical("https://a.test/x?gclid=1") == "https://a.test/x")
        #expect(canonical("https://a.test/x?utm_source") == "https://a.test/x")
        #expect(canonical("https://a.test/x?pk_campaign=a&_hsenc=b&hmsr=c#d") == "https://a.test/x")
    }

    @Test func onlyWeChatsValuesOfFromGo() {
        #expect(canonical("https://a.test/x?from=singlemessage&isappinstalled=0&id=1") == "https://a.test/x?id=1")
        #expect(canonical("https://a.test/x?from=timeline") == "https://a.test/x")
        #expect(canonical("https://a.test/x?from=beijing&to=fuzhou") == "https://a.test/x?from=beijing&to=fuzhou")
        #expect(canonical("https://a.test/x?from") == "https://a.test/x?from")
    }

    @Test func namesThatOnlyResembleTrackingStay() {
        for query in ["utm=1", "spmx=1", "id=utm_source", "gclid2=1", "fromage=timeline", "ref=home", "%75tm_source=1"]
        {
            #expect(canonical("https://a.test/x?" + query) == "https://a.test/x?" + query)
        }
    }

    @Test func anEmptyQueryGoes() {
        #expect(canonical("https://a.test/x?") == "https://a.test/x")
        #expect(canonical("https://a.test/x?&utm_source=1") == "https://a.test/x")
        #expect(canonical("https://a.test/x?&&utm_source=1") == "https://a.test/x?&")
    }

    @Test func otherSchemesKeepTheirQueries() {
        #expect(canonical("mailto:a@a.test?utm_source=1#x") == "mailto:a@a.test?utm_source=1")
        #expect(CanonicalURL("mailto:a@a.test")?.host.isEmpty == true)
    }

    @Test func thePartsAreThoseOfTheCanonicalForm() throws {
        let url = try #require(CanonicalURL("HTTP://A.test:80/x/../y?utm_source=1&z#f"))
        #expect(url.href == "http://a.test/y?z" && url.host == "a.test")
        #expect(url.url.path == "/y" && url.url.query == "z" && url.url.fragment == nil)
        let parsed = try WebURL("http://a.test/y?z")
        #expect(url.url == parsed && url.url.layout == parsed.layout)
    }

    @Test func aRelativeTextIsNone() {
        #expect(CanonicalURL("/x") == nil)
    }

    @Test func itIsJSONText() throws {
        let urls = [try #require(CanonicalURL("http://a.test/b?c=1"))]
        let json = try JSONEncoder().encode(urls)
        #expect(try JSONDecoder().decode([CanonicalURL].self, from: json) == urls)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CanonicalURL].self, from: Data(#"["/b"]"#.utf8))
        }
    }

    @Test func theyAreOrderedByTheirText() throws {
        let first = try #require(CanonicalURL("http://a.test/a"))
        let second = try #require(CanonicalURL("http://a.test/b"))
        #expect(first < second && !(second < first))
    }
}
