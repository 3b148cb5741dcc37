import Testing

@testable import Ingest

@Suite struct MediaTypeTests {
    @Test(arguments: [
        ("text/html; charset=gb2312", MediaType.html), ("TEXT/HTML", .html), ("application/xhtml+xml", .html),
        ("text/xml", .html), ("application/octet-stream", .html), ("", .html), ("text/x-unheard-of", .html),
        ("text/plain", .plain), ("Text/Plain ; charset=utf-8", .plain), ("application/pdf", .other),
        ("image/png", .other), ("application/json", .other), ("video/mp4; codecs=\"text/html\"", .other),
    ]) func aTypeSaysWhatABodyIs(contentType: String, expected: MediaType) {
        #expect(MediaType(contentType, startOf: Array("<p>text</p>".utf8)) == expected)
    }

    @Test func withoutATypeTheBytesDecide() {
        #expect(MediaType(nil, startOf: Array("<html>".utf8)) == .html)
        #expect(MediaType(nil, startOf: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == .other)
        #expect(MediaType(nil, startOf: []) == .html)
    }

    @Test(arguments: [0x00, 0x08, 0x0B, 0x0E, 0x1A, 0x1C, 0x1F] as [UInt8])
    func aBinaryFileCalledHTMLIsNone(byte: UInt8) {
        #expect(MediaType("text/html", startOf: Array("<html>".utf8) + [byte]) == .other)
    }

    @Test(arguments: [0x09, 0x0A, 0x0C, 0x0D, 0x1B, 0x20, 0xB0, 0xFF] as [UInt8])
    func whiteSpaceEscapesAndHighBytesAreText(byte: UInt8) {
        // ESC begins the shifts of ISO-2022-JP.
        #expect(MediaType("text/html", startOf: Array("<html>".utf8) + [byte]) == .html)
    }

    @Test func theZerosOfUTF16AreNoBinary() {
        #expect(MediaType("text/html", startOf: [0xFF, 0xFE, 0x3C, 0x00]) == .html)
        #expect(MediaType("text/html", startOf: [0xFE, 0xFF, 0x00, 0x3C]) == .html)
    }

    @Test func onlyTheBeginningIsLookedAt() {
        #expect(MediaType("text/html", startOf: [UInt8](repeating: 0x61, count: 512) + [0]) == .html)
        #expect(MediaType("text/html", startOf: [UInt8](repeating: 0x61, count: 511) + [0]) == .other)
    }
}
