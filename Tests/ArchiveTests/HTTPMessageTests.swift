import Archive
import Testing

@Suite struct HTTPMessageTests {
    private let archive = TestArchive()
    private let text = Array("the ferry sails at dawn, 渡船黎明启航\n".utf8)

    private func message(_ fields: String, _ body: [UInt8]) throws -> HTTPMessage {
        try #require(HTTPMessage(Array("HTTP/1.1 200 OK\r\n\(fields)\r\n".utf8) + body))
    }

    @Test func chunksAreJoined() throws {
        let chunked =
            Array("5;x=y\r\nthe f\r\n".utf8) + Array(String(text.count - 5, radix: 16).utf8) + [13, 10] + text[5...]
        let message = try message("Transfer-Encoding: chunked\r\n", chunked + Array("\r\n0\r\n\r\n".utf8))
        #expect(message.decodedBody(maximumBytes: 1000) == .bytes(text, isWhole: true))
        let cut = try self.message("Transfer-Encoding: chunked\r\n", Array(chunked.dropLast(4)))
        #expect(cut.decodedBody(maximumBytes: 1000) == .bytes(Array(text.dropLast(4)), isWhole: false))
    }

    @Test func aBodyThatOnlySaysItIsCodedIsTakenAsItIs() throws {
        let message = try message("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", text)
        #expect(message.decodedBody(maximumBytes: 1000) == .bytes(text, isWhole: true))
    }

    @Test func gzipIsUnpackedUpToTheBound() throws {
        let packed = try ForeignGzip.compressed(text, in: archive)
        let message = try message("Content-Encoding: gzip\r\n", packed)
        #expect(message.decodedBody(maximumBytes: 1000) == .bytes(text, isWhole: true))
        #expect(message.decodedBody(maximumBytes: 10) == .bytes(Array(text[..<10]), isWhole: false))
        let bomb = try ForeignGzip.compressed([UInt8](repeating: 0, count: 3_000_000), in: archive)
        let bombed = try self.message("Content-Encoding: gzip\r\n", bomb).decodedBody(maximumBytes: 100_000)
        #expect(bombed == .bytes([UInt8](repeating: 0, count: 100_000), isWhole: false))
    }

    @Test func brokenGzipGivesWhatThereIs() throws {
        let packed = try ForeignGzip.compressed(text, in: archive)
        guard
            case .bytes(let bytes, let isWhole) = try message("Content-Encoding: x-gzip\r\n", Array(packed.dropLast(9)))
                .decodedBody(maximumBytes: 1000)
        else { throw Missing() }
        #expect(!isWhole && text.starts(with: bytes))
    }

    @Test func deflateIsReadWithAndWithoutItsWrapper() throws {
        let raw = Array(ForeignGzip.member(text).dropFirst(10).dropLast(8))
        for body in [raw, [0x78, 0x9C] + raw + [1, 2, 3, 4]] {
            let message = try message("Content-Encoding: deflate\r\n", body)
            #expect(message.decodedBody(maximumBytes: 1000) == .bytes(text, isWhole: true))
        }
    }

    @Test func aCodingNobodyHereKnowsIsNamed() throws {
        let message = try message("Content-Encoding: compress\r\n", text)
        #expect(message.decodedBody(maximumBytes: 10) == .unknownCoding("compress"))
    }

    @Test func codingsAreTakenOffInTheirOrder() throws {
        let inner = try ForeignGzip.compressed(text, in: archive)
        let chunked = Array(String(inner.count, radix: 16).utf8) + [13, 10] + inner + Array("\r\n0\r\n\r\n".utf8)
        for fields in [
            "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
        ] {
            #expect(try message(fields, chunked).decodedBody(maximumBytes: 1000) == .bytes(text, isWhole: true))
        }
        let endless = try message(
            "Content-Encoding: \(Array(repeating: "gzip", count: 100).joined(separator: ","))\r\n", inner)
        #expect(endless.decodedBody(maximumBytes: 1000) == .unknownCoding("more than can be taken off"))
    }

    @Test func headsWithoutBodiesAndBodiesWithoutHeads() throws {
        #expect(HTTPMessage([]) == nil)
        let bare = try #require(HTTPMessage(Array("HTTP/1.1 204 No Content\r\nA: b".utf8)))
        #expect(bare.status == 204 && bare.body.isEmpty && bare.fields["a"] == "b")
        #expect(try #require(HTTPMessage(Array("GET / HTTP/1.1\r\n\r\nx".utf8))).status == nil)
    }

    private struct Missing: Error {}
}
