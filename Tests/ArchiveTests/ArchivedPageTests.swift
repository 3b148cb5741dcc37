import Archive
import Testing

@Suite struct ArchivedPageTests {
    private func record(_ type: String, _ contentType: String, _ block: [UInt8], uri: String = "https://ferry.example/")
        throws -> WARCRecord
    {
        let head =
            "WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(uri)\r\nWARC-Date: 2024-03-04T05:06:07Z\r\n"
            + "Content-Type: \(contentType)\r\nContent-Length: \(block.count)\r\n\r\n"
        return try WARCRecord(parsing: Array(head.utf8) + block)
    }

    private func page(_ content: WARCRecord.Content) throws -> ArchivedPage {
        guard case .page(let page) = content else { throw NoPage() }
        return page
    }

    private struct NoPage: Error {}

    @Test func aResponseGivesItsBodyAndItsStatus() throws {
        let block = Array(
            "HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
                .utf8)
        let page = try page(
            try record("response", "application/http; msgtype=response", block).content(maximumBytes: 100))
        #expect(page.status == 404 && page.contentType == "text/html" && page.body == Array("abc".utf8))
        #expect(page.isWhole && !page.isExtractedText && page.head == Array(block[..<(block.count - 13)]))
    }

    @Test func aConversionIsExtractedText() throws {
        let page = try page(try record("conversion", "text/plain", Array("ferry".utf8)).content(maximumBytes: 3))
        #expect(page.isExtractedText && page.contentType == "text/plain" && page.status == nil)
        #expect(page.body == Array("fer".utf8) && !page.isWhole)
        #expect(try self.page(record("resource", "text/html", Array("x".utf8)).content(maximumBytes: 3)).isWhole)
    }

    @Test func whatIsNoPageSaysWhy() throws {
        let coded = Array("HTTP/1.1 200 OK\r\nContent-Encoding: compress\r\n\r\nabc".utf8)
        #expect(try record("warcinfo", "text/plain", []).content(maximumBytes: 9) == .none(reason: "not_a_page"))
        #expect(
            try record("resource", "text/plain", [], uri: "dns:x").content(maximumBytes: 9) == .none(reason: "no_url"))
        #expect(try record("response", "text/dns", []).content(maximumBytes: 9) == .none(reason: "no_http"))
        #expect(
            try record("response", "application/http", coded).content(maximumBytes: 9)
                == .none(reason: "unknown_coding"))
    }
}
