import Archive
import Foundation
import Model
import Reel
import Testing

@Suite struct WARCWriterTests {
    private let body = Array("<!doctype html><title>渡船</title>".utf8)

    private func capture(_ head: String, body: [UInt8]? = nil) throws -> WARCCapture {
        let body = body ?? self.body
        return WARCCapture(
            targetURI: "https://ferry.example/a", date: Timestamp(millisecondsSinceEpoch: 1_709_528_767_890),
            head: Array(head.utf8), body: body, payloadDigest: try #require(Digest.sha256([body])),
            ipAddress: "192.0.2.9", protocolName: "h2", source: "ferry", purpose: "article")
    }

    @Test func aResponseComesBackAsItWas() throws {
        let capture = try capture("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(body.count)\r\n\r\n")
        let record = try WARCRecord(parsing: WARCWriter.response(capture))
        #expect(record.type == "response" && record.recordID == capture.recordID)
        #expect(record.targetURI == capture.targetURI)
        #expect(record.date?.rfc3339 == "2024-03-04T05:06:07Z")
        #expect(record.fields["warc-ip-address"] == "192.0.2.9")
        #expect(record.fields["WARC-Protocol"] == "h2")
        #expect(record.fields["Newsreel-Source"] == "ferry" && record.fields["Newsreel-Purpose"] == "article")
        #expect(record.fields["WARC-Payload-Digest"] == capture.payloadDigest.description)
        #expect(record.fields["WARC-Block-Digest"] == Digest.sha256([record.block])?.description)
        #expect(!record.isTruncated && record.reference == nil)
        let message = try #require(record.http)
        #expect(message.head == capture.head && message.body == body && message.status == 200)
    }

    @Test func fieldsThatWouldBelieTheDecodedBodyAreRenamed() throws {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nX-A: 1\r\nTransfer-Encoding: chunked\r\nContent-Length: 7\r\n\r\n"
        let record = try WARCRecord(parsing: WARCWriter.response(try capture(head)))
        let message = try #require(record.http)
        #expect(message.fields["Content-Encoding"] == nil && message.fields["Transfer-Encoding"] == nil)
        #expect(message.fields["X-Archive-Orig-Content-Encoding"] == "br")
        #expect(message.fields["X-Archive-Orig-Transfer-Encoding"] == "chunked")
        #expect(message.fields["X-Archive-Orig-Content-Length"] == "7")
        #expect(message.fields.values("Content-Length") == [String(body.count)])
        #expect(message.fields["X-A"] == "1")
        #expect(message.decodedBody(maximumBytes: 1000) == .bytes(body, isWhole: true))
    }

    @Test func aTrueLengthAndAnIdentityCodingStay() throws {
        let head = "HTTP/1.0 200 OK\r\ncontent-length: \(body.count)\r\nContent-Encoding: identity\r\n\r\n"
        #expect(try WARCRecord(parsing: WARCWriter.response(try capture(head))).http?.head == Array(head.utf8))
    }

    @Test(arguments: [
        ("HTTP/2 200 \r\n\r\n", "HTTP/1.1 200 OK"), ("HTTP/3 799\r\n\r\n", "HTTP/1.1 799 Unassigned"),
        ("HTTP/1.1 200 Fine by me\r\n\r\n", "HTTP/1.1 200 Fine by me"), ("HTTP/1.0 500\n\n", "HTTP/1.0 500"),
    ])
    func theStatusLineIsOneThatToolsRead(received: String, stored: String) throws {
        let block = try WARCRecord(parsing: WARCWriter.response(try capture(received))).block
        #expect(String(decoding: block, as: UTF8.self).hasPrefix(stored + "\r\nContent-Length: "))
    }

    @Test func aBodyThatWasCutSaysSo() throws {
        var capture = try capture("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")
        capture.isTruncated = true
        let record = try WARCRecord(parsing: WARCWriter.response(capture))
        #expect(record.fields["WARC-Truncated"] == "length" && record.isTruncated)
        #expect(record.http?.fields["Content-Length"] == String(body.count))
    }

    @Test func aRevisitNamesItsOriginalAndHasNoBody() throws {
        let original = try capture("HTTP/1.1 200 OK\r\n\r\n").reference
        let again = try capture("HTTP/1.1 200 OK\r\nETag: \"t\"\r\n\r\n")
        let identical = try WARCRecord(parsing: WARCWriter.revisit(again, identicalTo: original))
        #expect(identical.type == "revisit")
        #expect(identical.fields["WARC-Profile"] == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest")
        #expect(identical.fields["WARC-Refers-To"] == original.recordID.field)
        #expect(identical.fields["WARC-Refers-To-Date"] == "2024-03-04T05:06:07Z")
        #expect(identical.reference?.targetURI == "https://ferry.example/a")
        #expect(identical.http?.body.isEmpty == true && identical.http?.fields["Content-Length"] == String(body.count))
        let unmodified = try capture("HTTP/2 304 \r\nETag: \"t\"\r\nContent-Length: 9\r\n\r\n")
        let record = try WARCRecord(parsing: WARCWriter.revisit(unmodified, notModifiedSince: original))
        #expect(record.fields["WARC-Profile"] == "http://netpreserve.org/warc/1.1/revisit/server-not-modified")
        #expect(record.http?.status == 304)
        #expect(record.block == Array("HTTP/1.1 304 Not Modified\r\nETag: \"t\"\r\nContent-Length: 9\r\n\r\n".utf8))
    }

    @Test func aRequestAndAWarcinfoAreRead() throws {
        let capture = try capture("HTTP/1.1 200 OK\r\n\r\n")
        let message = Array("GET /a HTTP/1.1\r\nHost: ferry.example\r\n\r\n".utf8)
        let request = try WARCRecord(parsing: WARCWriter.request(message, for: capture, recordID: WARCRecordID()))
        #expect(request.type == "request" && request.block == message && request.http?.status == nil)
        #expect(request.fields["WARC-Concurrent-To"] == capture.recordID.field)
        let info = try WARCRecord(
            parsing: WARCWriter.warcinfo([("software", "newsreel"), ("operator", "x\r\ny")], date: capture.date))
        #expect(info.type == "warcinfo" && info.http == nil)
        #expect(info.block == Array("software: newsreel\r\noperator: x  y\r\n".utf8))
    }

    @Test func aLineEndInAValueMakesNoField() throws {
        var capture = try capture("HTTP/1.1 200 OK\r\n\r\n")
        capture.source = "a\r\nWARC-Type: warcinfo\r\n\r\nb"
        let record = try WARCRecord(parsing: WARCWriter.response(capture))
        #expect(record.type == "response" && record.fields.values("WARC-Type").count == 1)
    }

    @Test func identifiersAreVersion4AndDiffer() {
        let ids = (0..<1000).map { _ in WARCRecordID() }
        #expect(Set(ids).count == 1000)
        #expect(
            ids.allSatisfy {
                $0.description.wholeMatch(
                    of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
            })
        #expect(WARCRecordID(field: ids[0].field) == ids[0] && WARCRecordID(field: ids[0].description) == ids[0])
    }

    @Test func bytesThatAreNoRecordAreRefused() throws {
        let record = WARCWriter.response(try capture("HTTP/1.1 200 OK\r\n\r\n"))
        for bytes in [
            [], Array("GET / HTTP/1.1\r\n\r\n".utf8), Array(record[..<(record.count - 5)]), Array(record[..<40]),
        ] {
            #expect(throws: ArchiveError.self) { try WARCRecord(parsing: bytes) }
        }
        #expect(try WARCRecord(parsing: Array(record.dropLast(4))).hasBlock)
    }
}

extension WARCWriterTests {
    @Test func aFindingRefersToItsPageAndKeepsItsLines() throws {
        let page = try capture("HTTP/1.1 200 OK\r\n\r\n")
        let record = try WARCRecord(
            parsing: WARCWriter.metadata(
                [("finding", "copy"), ("title", "渡船\r\nX: 1"), ("published", nil)], about: page.reference,
                source: "ferry",
                requestedURI: "https://ferry.example/old"))
        #expect(record.type == "metadata" && record.recordID != page.recordID)
        #expect(record.fields["WARC-Refers-To"] == page.recordID.field && record.targetURI == page.targetURI)
        #expect(record.date?.rfc3339 == "2024-03-04T05:06:07Z")
        #expect(record.fields["WARC-Block-Digest"] == Digest.sha256([record.block])?.description)
        let lines = try #require(record.description)
        #expect(lines["finding"] == "copy" && lines["published"] == nil && lines["X"] == nil)
        #expect(lines["title"]?.hasPrefix("渡船") == true && lines["title"]?.hasSuffix("X: 1") == true)
        #expect(try WARCRecord(parsing: WARCWriter.response(page)).description == nil)
    }
}
