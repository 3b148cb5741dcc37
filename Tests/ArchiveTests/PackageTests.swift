import Archive
import Foundation
import Model
import Reel
import Testing

/// Exports as one WACZ file.
@Suite struct PackageTests {
    private let place = TestArchive()
    private let day = Timestamp(secondsSinceEpoch: 1_700_000_000)

    private func capture(_ number: Int, host: String = "ferry.example") throws -> WARCCapture {
        let body = Array("<p>crossing \(number)</p>".utf8)
        return WARCCapture(
            targetURI: "https://\(host)/\(number)", date: day.advanced(by: .seconds(Int64(number))),
            head: Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".utf8), body: body,
            payloadDigest: try #require(Digest.sha256([body])))
    }

    /// The entries of a ZIP file, found by its directory, each proven to be where and what it says.
    private func entries(of path: String) throws -> [String: [UInt8]] {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        func number(_ at: Int, _ count: Int) -> Int {
            bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        let end = bytes.count - 22
        #expect(number(end, 4) == 0x0605_4B50)
        var entries: [String: [UInt8]] = [:]
        var header = number(end + 16, 4)
        for _ in 0..<number(end + 10, 2) {
            #expect(number(header, 4) == 0x0201_4B50 && number(header + 10, 2) == 0, "a directory header, stored")
            let (crc, length, nameLength) = (number(header + 16, 4), number(header + 24, 4), number(header + 28, 2))
            let name = Array(bytes[header + 46..<header + 46 + nameLength])
            let local = number(header + 42, 4)
            #expect(number(local, 4) == 0x0403_4B50 && Array(bytes[local + 30..<local + 30 + nameLength]) == name)
            #expect(
                number(local + 30 + nameLength, 2) == 1 && number(local + 30 + nameLength + 4, 8) == length, "ZIP64")
            let start = local + 30 + nameLength + number(local + 28, 2)
            let contents = Array(bytes[start..<start + length])
            #expect(Int(ForeignGzip.crc32(contents)) == crc && number(local + 14, 4) == crc)
            entries[String(decoding: name, as: UTF8.self)] = contents
            header += 46 + nameLength + number(header + 30, 2)
        }
        return entries
    }

    private func text(_ bytes: [UInt8]?) throws -> [String] {
        String(decoding: try #require(bytes), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func package(_ records: [[UInt8]], pages: [WACZWriter.Entrance] = []) throws -> [String: [UInt8]] {
        let path = place.directory.appending(path: "\(UUID()).wacz").path
        let writer = try WACZWriter(path: path, software: "a test", date: day)
        for record in records { try writer.add(record, time: day) }
        for page in pages { try writer.add(page) }
        #expect(!FileManager.default.fileExists(atPath: path), "it has its name before it is whole")
        try writer.finish(title: "Crossings", description: "all of them")
        let left = try FileManager.default.contentsOfDirectory(atPath: place.directory.path)
        #expect(!left.contains { $0.hasSuffix(".part") || $0.hasSuffix(".index") })
        return try entries(of: path)
    }

    @Test func theArchiveInItIsWhatWentIn() throws {
        let records = try (0..<5).map { WARCWriter.response(try capture($0)) }
        let files = try package(records)
        let read = try place.read(try #require(files["archive/data.warc.gz"]), as: "data.warc.gz")
        #expect(
            read.damages.isEmpty && read.records.map(\.type) == ["warcinfo"] + Array(repeating: "response", count: 5))
        #expect(read.records.dropFirst().map(\.bytes) == records)
    }

    @Test func theIndexNamesEachRecordByItsPlaceAndIsSorted() throws {
        let first = try capture(1, host: "www.zebra.example")
        let second = try capture(2, host: "apple.example")
        let revisit = WARCWriter.revisit(try capture(3, host: "apple.example"), identicalTo: second.reference)
        let request = WARCWriter.request(Array("GET / HTTP/1.1\r\n\r\n".utf8), for: first, recordID: WARCRecordID())
        let files = try package([WARCWriter.response(first), request, WARCWriter.response(second), revisit])
        let lines = try text(files["indexes/index.cdxj"])
        #expect(
            lines.map { $0.prefix { $0 != "{" } } == [
                "example,apple)/2 20231114221322 ", "example,apple)/3 20231114221323 ",
                "example,zebra)/1 20231114221321 ",
            ])
        #expect(
            lines[1].contains(#""mime":"warc/revisit""#) && lines[0].contains(#""mime":"text/html","status":"200""#))
        let archive = try #require(files["archive/data.warc.gz"])
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.drop { $0 != "{" }.utf8))
            let fields = try #require(object as? [String: String])
            let offset = try #require(fields["offset"].flatMap { Int($0) })
            let length = try #require(fields["length"].flatMap { Int($0) })
            let member = Array(archive[offset..<offset + length])
            #expect(Digest.sha256([member])?.description == fields["recordDigest"])
            let records = try place.read(member, as: "\(UUID()).warc.gz").records
            #expect(records.map(\.targetURI) == [fields["url"]])
            #expect(records[0].fields["WARC-Payload-Digest"] == fields["digest"])
        }
    }

    @Test func theDescriptionProvesTheOtherFiles() throws {
        let page = WACZWriter.Entrance(id: "7", url: "https://ferry.example/1", date: day, title: "On \"time\" 渡船")
        let files = try package([WARCWriter.response(try capture(1))], pages: [page])
        let description = try #require(files["datapackage.json"])
        let digest = try #require(Digest.sha256([description])?.description)
        #expect(try text(files["datapackage-digest.json"]) == [#"{"path":"datapackage.json","hash":"\#(digest)"}"#])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(description)) as? [String: Any])
        #expect(object["wacz_version"] as? String == "1.1.1" && object["mainPageUrl"] as? String == page.url)
        let resources = try #require(object["resources"] as? [[String: Any]])
        #expect(Set(resources.compactMap { $0["path"] as? String }) == Set(files.keys.filter { $0.contains("/") }))
        for resource in resources {
            let name = try #require(resource["path"] as? String)
            let contents = try #require(files[name])
            #expect(resource["hash"] as? String == Digest.sha256([contents])?.description)
            #expect(resource["bytes"] as? Int == contents.count)
        }
        let pages = try text(files["pages/pages.jsonl"])
        #expect(pages.count == 2 && pages[0].contains("json-pages-1.0"))
        #expect(
            pages[1]
                == #"{"id":"7","url":"https://ferry.example/1","ts":"2023-11-14T22:13:20Z","title":"On \"time\" 渡船"}"#)
    }

    @Test func lengthsAndPlacesOf64BitsAreWhereZIP64HasThem() throws {
        let path = place.directory.appending(path: "wide.wacz").path
        let writer = try WACZWriter(path: path, software: "a test", date: day, wideFrom: 200)
        try writer.add(WARCWriter.response(try capture(1)), time: day)
        try writer.finish(title: "", description: "")
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        func number(_ at: Int, _ count: Int) -> Int {
            bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        let locator = bytes.count - 22 - 20
        #expect(number(bytes.count - 22 + 16, 4) == 0xFFFF_FFFF && number(locator, 4) == 0x0706_4B50)
        let end = number(locator + 8, 8)
        #expect(number(end, 4) == 0x0606_4B50 && number(end + 4, 8) == 44 && number(end + 32, 8) == 5)
        var header = number(end + 48, 8)
        #expect(header + number(end + 40, 8) == end)
        var places: [Int] = []
        for _ in 0..<5 {
            #expect(number(header, 4) == 0x0201_4B50)
            let (nameLength, extraLength) = (number(header + 28, 2), number(header + 30, 2))
            var extra = header + 46 + nameLength + 4
            var length = number(header + 24, 4)
            if length == 0xFFFF_FFFF {
                length = number(extra, 8)
                #expect(length >= 200 && number(extra + 8, 8) == length)
                extra += 16
            }
            var position = number(header + 42, 4)
            if position == 0xFFFF_FFFF { position = number(extra, 8) }
            #expect(number(position, 4) == 0x0403_4B50 && number(position + 30 + nameLength + 4, 8) == length)
            places.append(position)
            header += 46 + nameLength + extraLength
        }
        #expect(header == end && places[0] == 0 && places[1] > 200)
    }

    @Test func nothingToPackIsAPackageAllTheSame() throws {
        let files = try package([])
        #expect(files.count == 5 && files["indexes/index.cdxj"] == [])
    }

    @Test func aFileThatCannotBeMadeIsNamed() {
        let path = "/nonexistent-\(UUID())/a.wacz"
        let error = #expect(throws: ArchiveError.self) { try WACZWriter(path: path, software: "", date: day) }
        #expect(error?.description.contains(path) == true)
    }

    @Test(arguments: [
        ("https://www.Ferry.example/News/", "example,ferry)/news"), ("http://www2.ferry.example", "example,ferry)/"),
        ("https://ferry.example:8443/a//b?", "example,ferry:8443)/a/b"),
        ("http://ferry.example:80/?b=1&a=2", "example,ferry)/?a=2&b=1"),
        ("https://u:p@ferry.example/a%20b%2Fc#x", "example,ferry)/a%20b/c"),
        ("http://127.0.0.1:8460/A", "1,0,0,127:8460)/a"),
        ("https://ferry.example/%7Euser/%E4%B8%AD?q=%41", "example,ferry)/~user/%e4%b8%ad?q=a"),
        ("https://ferry.example/中", "example,ferry)/%e4%b8%ad"), ("http://[::1]:80/", "::1)/"),
        ("Nonsense", "nonsense"),
        ("https://wwwx.ferry.example/100%", "example,ferry,wwwx)/100%25"),
        ("https://ferry.example/a/?x=1", "example,ferry)/a?x=1"),
    ])
    func keysAreThoseOfTheWebArchives(url: String, key: String) { #expect(SURT.key(url) == key) }

    @Test func linesThatDoNotFitInMemoryAreSortedInAFile() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var state = seed
        let lines = (0..<5000).map { _ -> [UInt8] in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Array("\(state >> 44) line \(String(repeating: "x", count: Int(state >> 60)))".utf8)
        }
        for maximumBytes in [1 << 20, 20_000, 1] {
            let sorted = SortedLines(path: place.directory.appending(path: "sorted").path, maximumBytes: maximumBytes)
            let some = maximumBytes == 1 ? Array(lines.prefix(50)) : lines
            for line in some { try sorted.add(line) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.directory.path).isEmpty)
            var result: [[UInt8]] = []
            try sorted.forEach { (line) throws(ArchiveError) in result.append(line) }
            #expect(result == some.sorted { $0.lexicographicallyPrecedes($1) }, "seed \(seed), \(maximumBytes) bytes")
        }
    }
}
