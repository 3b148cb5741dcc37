import Discover
import Model
import Testing

@Suite struct GzipBodyTests {
    /// `<urlset><url><loc>https://n.example/1</loc></url></urlset>` as gzip.
    private static let member: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xB3, 0x29, 0x2D, 0xCA, 0x29, 0x4E, 0x2D, 0xB1,
        0xB3, 0x01, 0xD2, 0x76, 0x36, 0x39, 0xF9, 0xC9, 0x76, 0x19, 0x25, 0x25, 0x05, 0xC5, 0x56, 0xFA, 0xFA, 0x79,
        0x7A, 0xA9, 0x15, 0x89, 0xB9, 0x05, 0x39, 0xA9, 0xFA, 0x86, 0x36, 0xFA, 0x20, 0x09, 0x1B, 0x7D, 0xB0, 0x1A,
        0x7D, 0xA8, 0x0E, 0x00, 0x20, 0x80, 0x69, 0xF4, 0x3A, 0x00, 0x00, 0x00,
    ]

    @Test func aBodyThatIsStillGzipIsInflated() throws {
        let sitemap = try SitemapReader.read(Self.member, contentType: "application/x-gzip", url: nil)
        #expect(sitemap.urls.map(\.location.href) == ["https://n.example/1"])
    }

    @Test func everyCutOfAGzipBodyEndsQuietly() {
        for length in 0..<Self.member.count {
            let sitemap = try? SitemapReader.read(Array(Self.member[..<length]), contentType: nil, url: nil)
            #expect((sitemap?.urls.count ?? 0) <= 1)
        }
    }

    @Test func aWrongMagicIsAnError() {
        let error = #expect(throws: DiscoverError.self) {
            try FeedReader.read([0x1F, 0x8B, 0x08, 0xFF, 0xFF, 1, 2, 3, 4, 5, 6, 7, 8, 9], contentType: nil, url: nil)
        }
        #expect(error?.code == .badCompression || error?.code == .empty)
    }

    @Test func aBombIsRefused() {
        // 80 MB of zeros: blocks that repeat one distance and length, written by hand as one gzip member.
        let error = #expect(throws: DiscoverError.self) {
            try SitemapReader.read(Self.bomb, contentType: nil, url: nil)
        }
        #expect(error?.code == .badCompression && error?.found.contains("more than") == true)
    }

    /// A deflate stream by RFC 1951: one zero as a literal, then matches of 258 bytes at distance 1, with the fixed codes.
    private static var bomb: [UInt8] {
        var bits = BitWriter(bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3])
        bits.write([1, 1, 0])
        bits.write([0, 0, 1, 1, 0, 0, 0, 0])
        // The first match ends at a byte's end; from there eight matches are 13 bytes.
        let match: [UInt8] = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]
        bits.write(match)
        var eight = BitWriter(bytes: [])
        for _ in 0..<8 { eight.write(match) }
        for _ in 0..<(80_000_000 / 258 / 8) { bits.bytes += eight.bytes }
        bits.write([0, 0, 0, 0, 0, 0, 0])
        return bits.bytes + [UInt8](repeating: 0, count: 9)
    }

    private struct BitWriter {
        var bytes: [UInt8]
        var used = 8

        mutating func write(_ bits: [UInt8]) {
            for bit in bits {
                if used == 8 {
                    bytes.append(0)
                    used = 0
                }
                bytes[bytes.count - 1] |= bit << UInt8(used)
                used += 1
            }
        }
    }
}
