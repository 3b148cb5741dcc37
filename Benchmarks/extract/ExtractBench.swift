// Measures decoding, parsing and extracting, one thread, over the pages of a directory or over made-up ones.
//
//     swift run -c release ExtractBench [DIRECTORY|- [ROUNDS [STAGE]]]
//
// DIRECTORY holds .html or .html.gz files, read into memory first; - are made-up pages. STAGE is decode, tokenize, parse, extract or all; the
// others are left out. Prints MB of page bytes per second of processor time, the median of the rounds. `Benchmarks/instructions`
// counts instructions a byte.

import Decode
import Extract
import Foundation
import Glibc
import HTML
import Reel

@main struct ExtractBench {
    /// The one stage to run; nil for each.
    @MainActor private static var stage: String?

    @MainActor static func main() throws {
        let arguments = CommandLine.arguments
        let pages = arguments.count > 1 && arguments[1] != "-" ? try read(arguments[1]) : (0..<200).map(madeUp)
        stage = arguments.count > 3 ? arguments[3] : nil
        let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
        let bytes = pages.reduce(0) { $0 + $1.count }
        print("\(pages.count) pages, \(bytes / 1000) kB, \(rounds) rounds")
        let decoded = pages.map { PageDecoder.decode($0, contentType: nil, kind: .html).utf8 }
        let documents = decoded.map { Document.parse($0) }
        report("decode", bytes, rounds) {
            for page in pages { keep(PageDecoder.decode(page, contentType: nil, kind: .html)) }
        }
        report("tokenize", bytes, rounds) { for page in decoded { keep(TokenFormat.count(page)) } }
        report("parse", bytes, rounds) { for page in decoded { keep(Document.parse(page)) } }
        report("extract", bytes, rounds) {
            for document in documents { keep(Extractor.extract(ExtractionInput(document: document, url: nil))) }
        }
        report("all", bytes, rounds) {
            for page in pages {
                let text = PageDecoder.decode(page, contentType: nil, kind: .html).utf8
                keep(Extractor.extract(ExtractionInput(document: Document.parse(text), url: nil)))
            }
        }
    }

    @MainActor private static func report(_ name: String, _ bytes: Int, _ rounds: Int, _ work: () -> Void) {
        guard stage == nil || stage == name else { return }
        work()
        let times = (0..<rounds).map { _ in
            let start = processorSeconds()
            work()
            return processorSeconds() - start
        }.sorted()
        let median = times[times.count / 2]
        print("\(name)\t\(Int(Double(bytes) / 1e6 / median)) MB/s\t\(Int(median * 1e6)) µs a round")
    }

    /// Keeps the optimiser from leaving the work out.
    @inline(never) private static func keep<Value>(_ value: Value) {}

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func read(_ directory: String) throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted().compactMap { name in
            guard name.hasSuffix(".html") || name.hasSuffix(".html.gz") else { return nil }
            let bytes = try Array(Data(contentsOf: URL(filePath: directory + "/" + name)))
            return name.hasSuffix(".gz") ? Gunzip.members(bytes, maximumBytes: 64 << 20)?.bytes : bytes
        }
    }

    private static func madeUp(_ number: Int) -> [UInt8] {
        let sentence = "The harbour lamp turned again on night \(number), and the ferry was late. "
        let paragraph = "<p class=\"text\">" + String(repeating: sentence, count: 6) + "</p>\n"
        let menu = String(repeating: "<li><a href=\"/town/\(number)\">Town news</a></li>", count: 60)
        return Array(
            """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>Lamp \(number) | Paper</title></head><body><nav><ul>\(menu)</ul></nav>
            <article><h1>Lamp \(number)</h1><p class="byline">By Ada Fenwright</p>\(String(repeating: paragraph, count: 12))</article>
            <footer><ul>\(menu)</ul></footer></body></html>
            """.utf8)
    }
}
