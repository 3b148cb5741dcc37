import ControlProtocol
import Foundation
import Model
import Reel
import Testing

@testable import newsreel

/// The program without a daemon.
@Suite struct AloneCommandTests {
    @Test(arguments: ["status", "fetch a", "tail -f", "list", "source list", "reel verify", "config show", "reload"])
    func withoutADaemonThereIsOneLineAndExitStatusThree(line: String) async throws {
        let run = try await Program.run(
            line.split(separator: " ").map(String.init), environment: ["NEWSREEL_SOCKET": "/tmp/newsreel-none.sock"])
        #expect(run.status == 3)
        #expect(run.out.isEmpty)
        #expect(run.err.split(separator: "\n").count == 1)
        #expect(
            run.err.hasPrefix("newsreel: cannot reach the daemon at /tmp/newsreel-none.sock: it does not exist; start"))
    }

    @Test(arguments: [["frobnicate"], ["fetch"], ["tail", "--since", "soon"], ["check", "date"], ["--socket"]])
    func aWrongCommandLineIsExitStatusTwo(arguments: [String]) async throws {
        let run = try await Program.run(arguments)
        #expect(run.status == 2)
        #expect(run.out.isEmpty)
        #expect(run.err.contains("Usage: newsreel"))
    }

    @Test(arguments: [[], ["--help"], ["help", "tail"], ["tail", "--help"], ["source"], ["--json", "--help"]])
    func helpIsOutputAndExitStatusZero(arguments: [String]) async throws {
        let run = try await Program.run(arguments)
        #expect(run.status == 0)
        #expect(run.err.isEmpty)
        #expect(run.out.contains("EXAMPLES"))
        #expect(run.out.contains("USAGE: newsreel"))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsAreGenerated(shell: String) async throws {
        let run = try await Program.run(["--generate-completion-script", shell])
        #expect(run.status == 0)
        #expect(run.out.contains("catalog"))
    }

    @Test func aFullDiskIsAFailure() async throws {
        let run = try await Program.shell("newsreel --help > /dev/full; echo $?")
        #expect(run.out == "1\n")
    }

    @Test func aPageOnStandardInputIsExtracted() async throws {
        let run = try await Program.run(["extract", "-", "--json"], input: Page.ferry)
        #expect(run.status == 0)
        #expect(run.out.hasPrefix("{\"schema\":1,\"input\":\"-\","))
        #expect(run.out.contains("\"title\":\"Ferry runs again\""))
        let text = try await Program.run(["extract", "-"], input: Page.ferry)
        #expect(text.out.hasPrefix("Ferry runs again\n"))
    }

    @Test func aBatchIsAnsweredInItsOrder() async throws {
        let directory = try TemporaryDirectory()
        let page = try directory.file("p.html", Array(Page.ferry.utf8))
        let lines = (0..<40).map { number in
            "{\"id\":\"\(number)\",\"path\":\"\(number == 7 ? "/tmp/newsreel-none" : page)\"}\n"
        }
        let run = try await Program.run(["extract", "--batch", "-", "--json", "--jobs", "3"], input: lines.joined())
        #expect(run.status == 1)
        #expect(run.lines.map { $0.hasPrefix("{\"schema\":1,\"input\":\"") } == Array(repeating: true, count: 40))
        let inputs = run.lines.compactMap { JSONMembers(Array($0.utf8))["input"].flatMap { JSONMembers.text($0) } }
        #expect(inputs == (0..<40).map(String.init))
        #expect(run.lines[7] == "{\"schema\":1,\"input\":\"7\",\"error\":\"No such file or directory\"}")
    }

    @Test func severalPagesHaveHeadings() async throws {
        let directory = try TemporaryDirectory()
        let page = try directory.file("p.html", Array(Page.ferry.utf8))
        let empty = try directory.file("e.html", [])
        let run = try await Program.run(["extract", page, empty])
        #expect(run.out.hasPrefix("==> \(page) <==\nFerry runs again\n"))
        #expect(run.out.contains("==> \(empty) <==\nnot an article: "))
        #expect(run.status == 0)
    }

    @Test func damageIsExitStatusOne() async throws {
        let directory = try TemporaryDirectory()
        let location = ReelLocation.standard(.articles, in: directory.path)
        let (writer, _) = try ReelWriter.open(location)
        for number in 0..<9 { _ = try await writer.append(Array("{\"n\":\(number)}\n".utf8)) }
        await writer.close()
        let arguments = ["reel", "verify", "--state-directory", directory.path]
        let clean = try await Program.run(arguments)
        #expect(clean.status == 0)
        #expect(clean.out.hasPrefix("articles: clean, 9 records, 1 segment, "))

        let path = try #require(try location.segments().first).path
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes[bytes.count / 2] ^= 0x10
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let damaged = try await Program.run(arguments)
        #expect(damaged.status == 1)
        #expect(damaged.out.contains("  reel articles, segment 00000000000000000000.jsonl.gz, position "))
        let list = try await Program.run(["reel", "list", "--state-directory", directory.path])
        #expect(list.out.contains("00000000000000000000.jsonl.gz"))
    }

    @Test func aReelIsExportedByTimeAndSource() async throws {
        let directory = try TemporaryDirectory()
        let (writer, _) = try ReelWriter.open(ReelLocation.standard(.fetches, in: directory.path))
        let lines = (0..<6).map { "{\"schema\":1,\"source\":\"\($0.isMultiple(of: 2) ? "a" : "b")\",\"n\":\($0)}\n" }
        for line in lines { _ = try await writer.append(Array(line.utf8)) }
        await writer.close()
        let export = { (arguments: [String]) in
            try await Program.run(["reel", "export", "fetches", "--state-directory", directory.path] + arguments)
        }
        #expect(try await export([]).out == lines.joined())
        #expect(try await export(["--source", "b"]).out == lines[1] + lines[3] + lines[5])
        #expect(try await export(["--since", "1h"]).out == lines.joined())
        #expect(try await export(["--until", "1h"]).out.isEmpty)
        let missing = try await Program.run(["reel", "export", "pages", "--state-directory", directory.path])
        #expect(missing.status == 1)
        #expect(missing.err == "newsreel: there is no reel pages; there are fetches\n")
    }

    @Test func exportedPagesAreAnArchive() async throws {
        let directory = try TemporaryDirectory()
        let (writer, _) = try ReelWriter.open(ReelLocation.standard(.pages, in: directory.path))
        let record = { (source: String) in
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-01-31T00:00:00Z\r\n"
                + "Newsreel-Source: \(source)\r\nContent-Length: 5\r\n\r\nferry\r\n\r\n"
        }
        for source in ["a", "b", "a"] { _ = try await writer.append(Array(record(source).utf8)) }
        await writer.close()
        let run = try await Program.run(
            ["reel", "export", "pages", "--source", "a", "--state-directory", directory.path])
        #expect(
            run.out.hasPrefix("WARC/1.1\r\nWARC-Type: warcinfo\r\n") && run.out.hasSuffix(record("a") + record("a")))
        let archive = try directory.file("a.warc", Array(run.out.utf8))
        let survey = try await Program.run(["import", "--dry-run", archive])
        #expect(survey.out == "\(archive): 3 records, no damage, 2 response, 1 warcinfo\n")
    }

    @Test func pagesAreExportedToFiles() async throws {
        let directory = try TemporaryDirectory()
        let (writer, _) = try ReelWriter.open(ReelLocation.standard(.pages, in: directory.path))
        let body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nferry"
        let record =
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-01-31T00:00:00Z\r\n"
            + "WARC-Target-URI: https://ferry.example/\r\nContent-Type: application/http\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
        let offset = try await writer.append(Array(record.utf8))
        await writer.close()
        let (articles, _) = try ReelWriter.open(ReelLocation.standard(.articles, in: directory.path))
        for (title, page) in [("At dawn", offset.rawValue), ("Of another page", 999)] {
            let line = """
                {"schema":1,"id":"7","url":"https://ferry.example/","source_id":"a","title":"\(title)",\
                "capture":{"reel":"pages","offset":\(page),"fetched":"2026-01-31T00:00:00Z"}}
                """
            _ = try await articles.append(Array("\(line)\n".utf8))
        }
        await articles.close()
        let export = { (arguments: [String]) in
            try await Program.run(["reel", "export", "pages", "--state-directory", directory.path] + arguments)
        }
        let (archive, package) = (directory.path + "/a.warc.gz", directory.path + "/a.wacz")
        #expect(try await export(["-o", archive]).out == "\(archive): 1 record\n")
        let survey = try await Program.run(["import", "--dry-run", archive])
        #expect(survey.out == "\(archive): 2 records, no damage, 1 response, 1 warcinfo\n")
        #expect(try await export(["-o", package, "--json"]).out.contains(#""records":1,"damaged":0"#))
        let bytes = String(decoding: try Data(contentsOf: URL(filePath: package)), as: UTF8.self)
        #expect(bytes.contains(#""title":"At dawn""#) && !bytes.contains("Of another page"))
        #expect(bytes.contains(#"example,ferry)/ 20260131000000 {"url":"https://ferry.example/""#))

        #expect(try await export(["--format", "wacz"]).status == 2)
        #expect(try await export(["--format", "jsonl"]).status == 2)
        let nowhere = try await export(["-o", "/nonexistent/a.wacz"])
        #expect(nowhere.status == 1 && nowhere.err.contains("/nonexistent/a.wacz.part"))
        #expect(try await export(["-o", "/nonexistent/a.warc"]).status == 1)
        let left = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        #expect(!left.contains { $0.hasSuffix(".part") }, "\(left)")
    }

    @Test func anArchiveIsSurveyed() async throws {
        let directory = try TemporaryDirectory()
        let body = "HTTP/1.1 200 OK\r\n\r\nferry"
        let record =
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-01-31T00:00:00Z\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
        let whole = try directory.file("a.warc", Array((record + record).utf8))
        let cut = try directory.file("b.warc", Array((record + record).utf8.dropLast(30)))
        let run = try await Program.run(["import", "--dry-run", whole])
        #expect(run.out == "\(whole): 2 records, no damage, 2 response\n")
        #expect(run.status == 0)
        let damaged = try await Program.run(["import", "--dry-run", "--json", cut, "/tmp/newsreel-none.warc"])
        #expect(damaged.status == 1)
        #expect(damaged.lines.count == 2)
        #expect(damaged.lines[0].contains("\"damaged\":1"))
        #expect(damaged.lines[1].contains("\"error\":"))
        #expect(try await Program.run(["import", whole]).status == 3)
    }
}

/// Pages that are invented.
enum Page {
    static let ferry = """
        <!doctype html><html lang="en"><head><title>Ferry runs again</title></head><body><nav><a href="/">Home</a></nav>
        <article><h1>Ferry runs again</h1><p>By Ada Quill</p>
        <p>The harbour ferry will run again from Monday, the port said, after two weeks of repairs to its engine.</p>
        <p>Commuters had taken the long way round the bay, which adds forty minutes to a journey of ten.</p>
        <p>The first boat leaves at six, and the fare stays as it was before the repairs began in the autumn.</p>
        </article></body></html>
        """
}
