import ControlProtocol
import Foundation
import Model
import Posix
import Reel
import Testing

@testable import newsreel

@Suite struct InputTests {
    @Test func aPackedFileIsUnpacked() throws {
        let directory = try TemporaryDirectory()
        let packed = try #require(Data(base64Encoded: "H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA=="))
        #expect(try InputFile.read(try directory.file("a.gz", Array(packed))) == Array("hello".utf8))
        #expect(try InputFile.read(try directory.file("a", Array(packed))) == Array(packed))
    }

    @Test func aPackedFileThatIsCutIsRefused() throws {
        let directory = try TemporaryDirectory()
        let packed = try #require(Data(base64Encoded: "H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA=="))
        let path = try directory.file("a.gz", Array(packed.dropLast(6)))
        #expect(throws: InputError.self) { try InputFile.read(path) }
        let plain = try directory.file("b.gz", Array("hello".utf8))
        #expect(throws: InputError.self) { try InputFile.read(plain) }
    }

    @Test func aFileThatIsNotThereIsNamed() {
        let error = #expect(throws: InputError.self) { try InputFile.read("/tmp/newsreel-none") }
        #expect(error?.description == "/tmp/newsreel-none: No such file or directory")
        #expect(throws: InputError.self) { try InputFile.read("/tmp") }
    }

    @Test func linesComeWithoutTheirEnds() throws {
        let directory = try TemporaryDirectory()
        let long = String(repeating: "x", count: 200_000)
        var reader = try LineReader(try directory.file("l", Array("a\n\n\(long)\nlast".utf8)))
        var lines: [Int] = []
        while let line = try reader.next() { lines.append(line.count) }
        #expect(lines == [1, 200_000, 4])
    }

    @Test func resultsComeInTheOrderOfTheInputs() async throws {
        var next = 0
        var results: [Int] = []
        var ahead = 0
        try await OrderedWork.run(
            jobs: 4,
            next: { () -> Int? in
                guard next < 500 else { return nil }
                defer { next += 1 }
                return next
            },
            work: { (number: Int) -> Int in
                var waste = number
                for step in 0..<(number.isMultiple(of: 7) ? 20_000 : 10) { waste = waste &* 31 &+ step }
                return waste == 42 ? -1 : number
            },
            emit: { (number: Int) in
                results.append(number)
                ahead = max(ahead, next - results.count)
            })
        #expect(results == Array(0..<500))
        #expect(ahead <= 16)
    }

    @Test func whatGoesWrongInTheMiddleEndsTheWork() async {
        await #expect(throws: BrokenPipe.self) {
            var next = 0
            try await OrderedWork.run(
                jobs: 2,
                next: { () -> Int? in
                    next += 1
                    return next
                }, work: { (number: Int) -> Int in number }, emit: { if $0 == 5 { throw BrokenPipe() } })
        }
    }
}

@Suite struct ExtractionTests {
    private let page = """
        <!doctype html><html lang="en"><head><title>Ferry runs again</title></head><body><nav><a href="/">Home</a></nav>
        <article><h1>Ferry runs again</h1><p>By Ada Quill</p>
        <p>The harbour ferry will run again from Monday, the port said, after two weeks of repairs to its engine.</p>
        <p>Commuters had taken the long way round the bay, which adds forty minutes to a journey of ten.</p>
        <p>The first boat leaves at six, and the fare stays as it was before the repairs began in the autumn.</p>
        </article></body></html>
        """

    @Test func aPageBecomesALineOfJSON() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.file("p.html", Array(page.utf8))
        let line = try json(
            PageExtraction(
                PageRequest(input: path, path: path, url: "https://news.example.org/f?utm_source=x#a", contentType: nil)
            ))
        #expect(line["input"] as? String == path)
        #expect(line["title"] as? String == "Ferry runs again")
        #expect(line["canonical_url"] as? String == "https://news.example.org/f")
        #expect(line["host"] as? String == "news.example.org")
        #expect((line["text"] as? String)?.contains("two weeks of repairs") == true)
        #expect((line["content_hash"] as? String)?.hasPrefix("sha256:") == true)
        #expect((line["simhash"] as? String)?.count == 16)
        #expect(line["explanation"] == nil)
    }

    @Test func aBatchLineNamesItsResult() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.file("p.html", Array(page.utf8))
        #expect(
            try json(PageExtraction(batchLine: Array("{\"id\":\"x\",\"path\":\"\(path)\"}".utf8)))["input"] as? String
                == "x")
        #expect(
            try json(PageExtraction(batchLine: Array("{\"id\":7,\"path\":\"\(path)\"}".utf8)))["input"] as? String
                == "7")
        #expect(try json(PageExtraction(batchLine: Array("{\"path\":\"\(path)\"}".utf8)))["input"] as? String == path)
    }

    @Test func whatCannotBeReadIsAnError() throws {
        let missing = PageExtraction(batchLine: Array("{\"id\":\"x\",\"path\":\"/tmp/newsreel-none\"}".utf8))
        #expect(missing.isFailure)
        #expect(try json(missing)["error"] as? String == "No such file or directory")
        #expect(
            try json(PageExtraction(batchLine: Array("{\"id\":\"x\"}".utf8)))["error"] as? String
                == "not a line of a batch: \"path\" is missing")
        #expect(PageExtraction(batchLine: [0x7B]).isFailure)
    }

    @Test func anEmptyPageIsNoArticle() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.file("p.html", [])
        let result = PageExtraction(PageRequest(input: path, path: path, url: nil, contentType: nil))
        #expect(!result.isFailure)
        #expect(try json(result)["outcome"] as? String == "not_an_article")
    }

    private func json(_ extraction: PageExtraction) throws -> [String: Any] {
        let printer = ExtractionPrinter(json: true, explain: false, isAlone: true, terminal: plain)
        let object = try JSONSerialization.jsonObject(with: Data(printer.line(extraction)))
        return try #require(object as? [String: Any])
    }
}

@Suite struct CheckBatchTests {
    private struct Case: Decodable { let n: Int }

    @Test func aCaseThatIsWrongIsRefusedAndNamed() {
        let answer = { (line: String) in
            String(
                decoding: CheckBatch.line(Array(line.utf8)) { (question: Case, writer: inout JSONWriter) in
                    guard question.n > 0 else { throw CheckRefusal("n is too small") }
                    writer.member("twice", question.n * 2)
                }, as: UTF8.self)
        }
        #expect(answer("{\"n\":2}") == "{\"schema\":1,\"twice\":4}\n")
        #expect(answer("{\"n\":0}") == "{\"schema\":1,\"error\":\"n is too small\"}\n")
        #expect(answer("{}") == "{\"schema\":1,\"error\":\"\\\"n\\\" is missing\"}\n")
        #expect(answer("{\"n\"").hasPrefix("{\"schema\":1,\"error\":"))
    }
}

@Suite struct ReelDirectoryTests {
    @Test func reelsAreReadWithoutADaemon() async throws {
        let directory = try TemporaryDirectory()
        let location = ReelLocation.standard(.articles, in: directory.path)
        let (writer, _) = try ReelWriter.open(location, preamble: nil)
        for number in 0..<20 { _ = try await writer.append(Array("{\"n\":\(number)}\n".utf8)) }
        await writer.close()
        let list = try ReelDirectory(path: directory.path).list()
        #expect(list.reels.map(\.name) == ["articles"])
        #expect(list.reels.first?.bytes == list.reels.first?.endOffset.rawValue)
        let clean = try VerifiedReel(location: location, report: ReelVerifier(location).verify())
        #expect(clean.isClean)
        #expect(clean.lines(on: plain).first?.hasPrefix("articles: clean, 20 records, 1 segment, ") == true)
    }

    @Test func damageIsNamedWithSegmentAndPosition() async throws {
        let directory = try TemporaryDirectory()
        let location = ReelLocation.standard(.articles, in: directory.path)
        let (writer, _) = try ReelWriter.open(location, preamble: nil)
        var offsets: [Offset] = []
        for number in 0..<20 { offsets.append(try await writer.append(Array("{\"n\":\(number)}\n".utf8))) }
        await writer.close()
        let segment = try #require(try location.segments().first)
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: segment.path)))
        bytes[Int(offsets[10].rawValue) + 30] ^= 0xFF
        try Data(bytes).write(to: URL(fileURLWithPath: segment.path))
        let reel = try VerifiedReel(location: location, report: ReelVerifier(location).verify())
        #expect(!reel.isClean)
        #expect(reel.lines(on: plain).contains { $0.contains("segment \(segment.name), position \(offsets[10])") })
        let json = String(decoding: VerifiedReel.json([reel]), as: UTF8.self)
        #expect(json.hasPrefix("{\"schema\":1,\"clean\":false,"))
    }

    @Test func aDirectoryWithoutReelsIsNamed() throws {
        let directory = try TemporaryDirectory()
        let error = #expect(throws: CommandFailure.self) { try ReelDirectory(path: directory.path).list() }
        #expect(error?.description.contains(directory.path) == true)
    }
}
