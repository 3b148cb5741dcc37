import Testing

@testable import Model

struct RandomURLTests {
    private static let pieces = [
        "http", "https", "file", "x", ":", "/", "//", "\\", "?", "#", "@", "[", "]", ".", "..", "%2e", "%", "%41", "&",
        "=", "utm_source=1", "from=timeline", "spm", "a", "B", "é", "中", "☃", "1", "0x7f", "::", "C|", "C:", " ", "\t",
        "\u{0}", "'", "\"", "^", "|", "{", "localhost", "a.test", "xn--", "-", "\u{AD}", "ß",
    ]

    private func parse(_ text: String, _ base: WebURL? = nil) -> WebURL? {
        do throws(URLError) { return try WebURL(text, base: base) } catch { return nil }
    }

    private func randomURL(_ generator: inout SeededGenerator) -> WebURL? {
        let start = ["http://a.test/", "http://", "https://a.test:8080/b?", "file:///", "x:", "x://h/", ""]
        let head = start.randomElement(using: &generator) ?? ""
        return parse(head + generator.text(of: Self.pieces, upTo: 8))
    }

    @Test func parsingTheSerialisationAgainChangesNothing() {
        var generator = SeededGenerator(for: "parsingTheSerialisationAgainChangesNothing")
        var count = 0
        for _ in 0..<6_000 {
            guard let url = randomURL(&generator) else { continue }
            count += 1
            #expect(url.href.utf8.allSatisfy { $0 < 0x80 })
            let again = parse(url.href)
            #expect(again == url && again?.layout == url.layout, "\(url.href) became \(again?.href ?? "nothing")")
        }
        #expect(count > 1_500)
    }

    @Test func resolvingGivesAnAbsoluteURLOrARefusal() {
        var generator = SeededGenerator(for: "resolvingGivesAnAbsoluteURLOrARefusal")
        for _ in 0..<6_000 {
            guard let base = randomURL(&generator) else { continue }
            let link = generator.text(of: Self.pieces, upTo: 6)
            guard let url = parse(link, base) else { continue }
            #expect(parse(url.href)?.layout == url.layout, "\(link) against \(base)")
            #expect(parse("", url) == url.withoutFragment || url.hasOpaquePath)
        }
    }

    @Test func canonicalisingTwiceChangesNothing() {
        var generator = SeededGenerator(for: "canonicalisingTwiceChangesNothing")
        for _ in 0..<6_000 {
            guard let url = randomURL(&generator) else { continue }
            let once = CanonicalURL(url)
            #expect(CanonicalURL(once.url) == once && CanonicalURL(once.href) == once, "\(url.href)")
            #expect(parse(once.href)?.layout == once.url.layout, "\(url.href)")
            #expect(once.url.fragment == nil && once.url.host == url.host && once.url.path == url.path)
        }
    }

    @Test func anyBytesAreRefusedOrParsed() {
        var generator = SeededGenerator(for: "anyBytesAreRefusedOrParsed")
        for _ in 0..<6_000 {
            let bytes = Array("http://a".utf8) + generator.bytes(upTo: 40)
            let url = bytes.withUnsafeBufferPointer { text in
                do throws(URLError) { return Optional(try WebURL(utf8: text)) } catch { return nil }
            }
            if let url { #expect(parse(url.href) == url) }
        }
    }

    @Test func aThousandClimbsAreLinear() throws {
        let climbs = String(repeating: "a/../", count: 12_000)
        #expect(try WebURL("http://a.test/" + climbs).href == "http://a.test/")
        let deep = String(repeating: "a/", count: 12_000) + String(repeating: "../", count: 12_000)
        #expect(try WebURL("http://a.test/" + deep).href == "http://a.test/")
    }
}
