// Measures acknowledged appends beside the raw limit of the same disk in the same run, and reading and verifying.
//
//     swift run -c release ReelBenchmark [DIRECTORY [RECORDS [APPENDERS [PAGES [whole]]]]]
//
// The records are pieces of 8 KB of the files in the directory PAGES, or with `whole` the files as they are; made-up pages of 8 KB where
// there is no directory.
// The raw limit is 64 writes of one uncompressed 8 KB record each and one fdatasync, again and again.

import Foundation
import Glibc
import Model
import Posix
import Reel

@main struct ReelBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        let directory = arguments.count > 1 ? arguments[1] : FileManager.default.currentDirectoryPath
        let count = arguments.count > 2 ? Int(arguments[2]) ?? 100_000 : 100_000
        let appenders = arguments.count > 3 ? Int(arguments[3]) ?? 256 : 256
        let records =
            arguments.count > 4
            ? try pieces(of: arguments[4], whole: arguments.last == "whole") : (0..<512).map { page($0) }
        let place = directory + "/newsreel-benchmark"
        try Directory.make(place)
        defer { remove(place) }
        for round in 1...3 {
            let raw = try rawLimit(place, records, count)
            let location = ReelLocation(name: .pages, directory: place + "/\(round)", suffix: "warc.gz")
            let appended = try await append(location, records, count, appenders)
            print(
                "round \(round): raw \(Int(raw)) records/s, appended \(Int(appended)) records/s, ratio \(appended / raw)"
            )
            try read(location)
        }
    }

    /// 64 records a sync, uncompressed.
    private static func rawLimit(_ place: String, _ records: [[UInt8]], _ count: Int) throws -> Double {
        let file = try Descriptor.open(place + "/raw", O_RDWR | O_CREAT | O_TRUNC)
        var position: UInt64 = 0
        let seconds = try measure {
            for number in 0..<count {
                let record = records[number % records.count]
                try record.withUnsafeBytes { try file.writeAll($0, at: position) }
                position += UInt64(record.count)
                if number % 64 == 63 { try file.synchronizeData() }
            }
            try file.synchronizeData()
        }
        try Directory.removeFile(place + "/raw")
        return Double(count) / seconds
    }

    private static func append(
        _ location: ReelLocation, _ records: [[UInt8]], _ count: Int, _ appenders: Int
    ) async throws -> Double {
        let (writer, _) = try ReelWriter.open(location)
        let clock = ContinuousClock()
        let start = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for appender in 0..<appenders {
                group.addTask {
                    for number in stride(from: appender, to: count, by: appenders) {
                        _ = try await writer.append(records[number % records.count])
                    }
                }
            }
            try await group.waitForAll()
        }
        let seconds = (clock.now - start) / .seconds(1)
        let stored = writer.end.rawValue
        await writer.close()
        let bytes = (0..<count).reduce(0) { $0 + records[$1 % records.count].count }
        print("  compressed to 1/\(Double(bytes) / Double(stored))")
        return Double(count) / seconds
    }

    private static func read(_ location: ReelLocation) throws {
        var report: VerifyReport?
        let busy = clock()
        let verified = try measure { report = try ReelVerifier(location).verify() }
        let processor = Double(clock() - busy) / Double(CLOCKS_PER_SEC)
        let bytes = Double(report?.uncompressedBytes ?? 0)
        print(
            "  verify \(bytes / verified / 1e9) GB/s uncompressed, \(bytes / processor / 1e9) a second of processor time, "
                + "\(report?.records ?? 0) records in \(report?.segments ?? 0) segments of \(report?.compressedBytes ?? 0) bytes, clean: \(report?.isClean ?? false)"
        )
        let reader = ReelReader(location)
        let iterated = try measure {
            let cursor = try reader.records()
            while try cursor.next() != nil {}
        }
        var skipped = 0
        let skipping = try measure { skipped = try reader.records().skip(.max) }
        print("  read \(bytes / iterated / 1e9) GB/s, skip \(Int(Double(skipped) / skipping)) records/s")
    }

    private static func measure(_ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        return try clock.measure(body) / .seconds(1)
    }

    /// Up to 4,096 whole pieces of 8 KB of a directory's files, or the files.
    private static func pieces(of directory: String, whole: Bool) throws -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        for name in try Directory.names(in: directory) where pieces.count < 4096 {
            guard let data = FileManager.default.contents(atPath: directory + "/" + name) else { continue }
            let bytes = Array(data)
            if whole {
                pieces.append(bytes)
                continue
            }
            for start in stride(from: 0, to: bytes.count - 8191, by: 8192) {
                pieces.append(Array(bytes[start..<start + 8192]))
            }
        }
        return pieces
    }

    /// About 8 KB of a page: boilerplate, and paragraphs of a vocabulary in which few words make up most of a text.
    private static func page(_ seed: Int) -> [UInt8] {
        var generator = Generator(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        var text =
            "<!doctype html><html lang=\"en\"><head><title>Tide report \(seed)</title></head><body>\n<ul class=\"menu\">"
        for item in 0..<20 {
            text += "\n<li class=\"menu-item\"><a href=\"/section/\(item * 7)/index.html\">\(word(item * 3))</a></li>"
        }
        while text.utf8.count < 8192 {
            text += "\n<p class=\"story-body\">"
            for _ in 0..<(8 + generator.next(60)) {
                text += word(generator.next(generator.next(generator.next(4000) + 1) + 1)) + " "
            }
            text += "</p>"
        }
        return Array(text.utf8.prefix(8192))
    }

    /// The word of a number: always the same letters.
    private static func word(_ number: Int) -> String {
        var generator = Generator(state: UInt64(number) &* 0xD134_2543_DE82_EF95 | 1)
        _ = generator.next(2)
        return String((0..<2 + generator.next(8)).map { _ in "etaoinshrdlucmfw"[generator.next(16)] })
    }

    private struct Generator {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
    }

    private static func remove(_ place: String) {
        do { try FileManager.default.removeItem(atPath: place) } catch { print(error) }
    }
}

extension String {
    fileprivate subscript(number: Int) -> Character { self[index(startIndex, offsetBy: number)] }
}
