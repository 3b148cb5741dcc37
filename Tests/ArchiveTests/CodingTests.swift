import Archive
import Testing

/// Brotli and Zstandard bodies, as the formats' own programs write them.
@Suite struct CodingTests {
    private let text = Array("the ferry sails at dawn, 渡船黎明启航\n".utf8)

    /// The text by itself, forty times over, and three million zero bytes.
    private static let packed: [String: [String]] = [
        "br": [
            "8b1580746865206665727279207361696c73206174206461776e2c20e6b8a1e888b9e9bb8ee6988ee590afe888aa0a03",
            "1bdf06008cd446355b4e4bf37205cb5baab7ae96df083613fe6d2634e927aaaaa232b190c18064592e56ea95b670cc05423e0828c1528e"
                + "06f678f5fcabbade96dd9cf5",
            "9bbfc62d002600eab0c70a40e6de0fa47b3f80eefd00baf703e8de0fa07b3f80eefd00baf703e8de0fa07b3f80eefd007abe0100",
        ],
        "zstd": [
            "28b52ffd242c610100746865206665727279207361696c73206174206461776e2c20e6b8a1e888b9e9bb8ee6988ee590afe888aa0a6eea"
                + "b344",
            "28b52ffd64e005ad0100c402746865206665727279207361696c73206174206461776e2c20e6b8a1e888b9e9bb8ee6988ee590afe888aa"
                + "0a01008cf5fdaa0cd2c371ae",
            "28b52ffda0c0c62d004c000008000100fcff39100202001000020010000200100002001000020010000200100002001000020010"
                + "00020010000200100002001000020010000200100002001000020010000200100002001000020010000200100002001000020010"
                + "0003360e00",
        ],
    ]

    private func body(_ coding: String, _ bytes: [UInt8], upTo maximumBytes: Int = 5_000_000) throws
        -> HTTPMessage.DecodedBody
    {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Encoding: \(coding)\r\n\r\n".utf8)
        return try #require(HTTPMessage(head + bytes)).decodedBody(maximumBytes: maximumBytes)
    }

    private func packed(_ coding: String, _ index: Int) throws -> [UInt8] {
        let digits = Array(try #require(CodingTests.packed[coding])[index].utf8)
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) ?? 0
        }
    }

    @Test(arguments: ["br", "zstd"]) func streamsAreInflated(_ coding: String) throws {
        #expect(try body(coding, packed(coding, 0)) == .bytes(text, isWhole: true))
        let forty = Array(Array(repeating: text, count: 40).joined())
        #expect(try body(coding, packed(coding, 1)) == .bytes(forty, isWhole: true))
        #expect(try body(coding, packed(coding, 2)) == .bytes([UInt8](repeating: 0, count: 3_000_000), isWhole: true))
    }

    @Test(arguments: ["br", "zstd"]) func theBoundHoldsAgainstABomb(_ coding: String) throws {
        let bound = [UInt8](repeating: 0, count: 100_000)
        #expect(try body(coding, packed(coding, 2), upTo: 100_000) == .bytes(bound, isWhole: false))
    }

    @Test(arguments: ["br", "zstd"]) func everyCutIsTold(_ coding: String) throws {
        let whole = try packed(coding, 1)
        let forty = Array(Array(repeating: text, count: 40).joined())
        for length in (coding == "zstd" ? 4 : 1)..<whole.count {
            guard case .bytes(let bytes, false) = try body(coding, Array(whole.prefix(length))) else {
                Issue.record("a cut after \(length) bytes was not noticed")
                continue
            }
            #expect(forty.starts(with: bytes))
        }
    }

    @Test(arguments: ["br", "zstd"]) func aBodyThatOnlySaysItIsCodedIsTakenAsItIs(_ coding: String) throws {
        let page = Array("<!DOCTYPE html><html><head><title>Ferry</title></head></html>".utf8)
        #expect(try body(coding, page) == .bytes(page, isWhole: true))
        #expect(try body(coding, []) == .bytes([], isWhole: coding != "br"))
    }

    @Test func framesStandOneBehindAnother() throws {
        let two = try packed("zstd", 0) + packed("zstd", 0)
        #expect(try body("zstd", two) == .bytes(text + text, isWhole: true))
        guard case .bytes(text, false) = try body("zstd", packed("zstd", 0) + [1, 2, 3, 4, 5]) else {
            Issue.record("what follows a frame and is none was not noticed")
            return
        }
    }

    @Test func aFlippedBitIsNoticedByTheChecksum() throws {
        var bytes = try packed("zstd", 0)
        bytes[20] ^= 1
        guard case .bytes(_, false) = try body("zstd", bytes) else {
            Issue.record("a damaged body was taken for whole")
            return
        }
    }
}
