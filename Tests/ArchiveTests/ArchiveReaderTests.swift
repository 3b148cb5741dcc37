import Archive
import Foundation
import Model
import Reel
import Testing

@Suite struct ArchiveReaderTests {
    private let archive = TestArchive()
    private let three = (1...3).map { plainRecord($0) }

    private func numbers(_ records: [WARCRecord]) -> [String] {
        records.compactMap { $0.targetURI?.last.map(String.init) }
    }

    @Test func plainFilesAreRead() throws {
        let (records, damages) = try archive.read(three.flatMap { $0 })
        #expect(numbers(records) == ["1", "2", "3"] && damages.isEmpty)
        #expect(records[1].block == Array("block 2: the ferry sails at dawn\n".utf8))
        #expect(records[0].date?.rfc3339 == "2024-03-04T05:06:07Z")
    }

    @Test(arguments: [0, 2, 4, 8, 16, 30] as [UInt8])
    func membersOfOtherProgramsAreRead(flags: UInt8) throws {
        let (records, damages) = try archive.read(
            three.flatMap { ForeignGzip.member($0, flags: flags) }, as: "a.warc.gz")
        #expect(numbers(records) == ["1", "2", "3"] && damages.isEmpty)
    }

    @Test func membersOfTheSystemsGzipAreRead() throws {
        let long = plainRecord(2, block: String(repeating: "tide and ", count: 200_000))
        let bytes = try [plainRecord(1), long, plainRecord(3)].flatMap { try ForeignGzip.compressed($0, in: archive) }
        let (records, damages) = try archive.read(bytes, as: "a.warc.gz")
        #expect(numbers(records) == ["1", "2", "3"] && damages.isEmpty)
        #expect(records[1].block.count == 1_800_000)
    }

    @Test func allRecordsInOneMemberAreRead() throws {
        let (records, damages) = try archive.read(ForeignGzip.member(three.flatMap { $0 }), as: "a.warc.gz")
        #expect(numbers(records) == ["1", "2", "3"] && damages.isEmpty)
    }

    @Test func aReelSegmentIsAnArchive() async throws {
        let location = ReelLocation(name: .pages, directory: archive.directory.path, suffix: "warc.gz")
        let (writer, _) = try ReelWriter.open(location)
        for record in three { _ = try await writer.append(record) }
        await writer.close()
        let survey = try ArchiveSurvey(path: location.path(of: .zero))
        #expect(survey.records == 3 && survey.types == ["resource": 3] && survey.damaged == 0)
    }

    @Test func aDamagedMemberCostsNoOther() throws {
        let members = three.map { ForeignGzip.member($0) }
        for position in members[1].indices {
            var bytes = members
            bytes[1][position] ^= 0x55
            let (records, damages) = try archive.read(bytes.flatMap { $0 }, as: "a.warc.gz")
            let found = numbers(records)
            #expect(found.first == "1" && found.last == "3", "byte \(position)")
            #expect(
                found == ["1", "2", "3"] && records[1].block == Array("block 2: the ferry sails at dawn\n".utf8)
                    || !damages.isEmpty,
                "byte \(position)")
        }
    }

    @Test func everyTruncationKeepsTheMembersBefore() throws {
        let members = three.map { ForeignGzip.member($0) }
        let bytes = members.flatMap { $0 }
        let ends = [members[0].count, members[0].count + members[1].count, bytes.count]
        for cut in 0...bytes.count {
            let (records, damages) = try archive.read(Array(bytes[..<cut]), as: "a.warc.gz")
            #expect(records.count == ends.count { $0 <= cut }, "cut \(cut)")
            #expect(damages.isEmpty == (cut == 0 || ends.contains(cut)), "cut \(cut)")
        }
    }

    @Test func everyTruncationOfAPlainFileKeepsTheRecordsBefore() throws {
        let bytes = three.flatMap { $0 }
        let blockEnds = [three[0].count - 4, three[0].count + three[1].count - 4, bytes.count - 4]
        for cut in 0...bytes.count {
            let (records, _) = try archive.read(Array(bytes[..<cut]))
            #expect(records.count == blockEnds.count { $0 <= cut }, "cut \(cut)")
        }
    }

    @Test func bytesBetweenMembersAreDamage() throws {
        let members = three.map { ForeignGzip.member($0) }
        let (records, damages) = try archive.read(
            members[0] + [0, 0, 0, 0x1F, 0x8B, 8] + members[1] + members[2], as: "a.warc.gz")
        #expect(numbers(records) == ["1", "2", "3"])
        #expect(damages.map(\.position) == [UInt64(members[0].count)])
    }

    @Test(arguments: ["99999999999999999999999", "70000", "-1", "x", "", "36", "0"])
    func aWrongContentLengthCostsOneRecord(length: String) throws {
        let bytes = plainRecord(1) + plainRecord(2, length: length) + plainRecord(3)
        let (records, damages) = try archive.read(bytes)
        #expect(numbers(records) == ["1", "3"] && damages.count == 1)
        #expect(damages.first?.position == UInt64(plainRecord(1).count))
    }

    @Test func aBlockThatLooksLikeRecordsIsABlock() throws {
        let block = String(decoding: three.flatMap { $0 }, as: UTF8.self)
        let (records, damages) = try archive.read(plainRecord(4, block: block) + plainRecord(5))
        #expect(numbers(records) == ["4", "5"] && damages.isEmpty)
    }

    @Test func headsInOtherWritingsAreRead() throws {
        let text =
            "WARC/1.1\nwarc-type:  Metadata\nWARC-Target-URI: <https://ferry.example/9>\nX-Long: a\n b\ncontent-length:3\n\nabc\n\n"
        let (records, damages) = try archive.read(Array(text.utf8) + plainRecord(1))
        #expect(records.map(\.type) == ["metadata", "resource"] && damages.isEmpty)
        #expect(records[0].targetURI == "https://ferry.example/9")
        #expect(records[0].fields["x-long"] == "a b" && records[0].block == Array("abc".utf8))
    }

    @Test func aBlockLongerThanIsKeptIsPassedOver() throws {
        let long = plainRecord(2, block: String(repeating: "long ", count: 300_000))
        for (name, bytes) in [
            ("a.warc", plainRecord(1) + long + plainRecord(3)),
            ("a.warc.gz", [plainRecord(1), long, plainRecord(3)].flatMap { ForeignGzip.member($0) }),
        ] {
            let (records, damages) = try archive.read(bytes, as: name, maximumBlockBytes: 100_000)
            #expect(numbers(records) == ["1", "2", "3"] && damages.isEmpty)
            #expect(records.map(\.hasBlock) == [true, false, true] && records[1].blockLength == 1_500_000)
        }
    }

    @Test func filesThatAreNoArchivesAreDamage() throws {
        let texts = ["not an archive\n", "WARC/1.0", String(repeating: "\0", count: 3000), "\u{1F}\u{8B}"]
        for name in ["a.warc", "a.warc.gz"] {
            for text in texts {
                let (records, damages) = try archive.read(Array(text.utf8), as: name)
                #expect(records.isEmpty && damages.count == 1)
            }
            #expect(try archive.read([], as: name) == ([], []))
        }
        let error = #expect(throws: ArchiveError.self) { try ArchiveReader(path: "/nowhere.warc") }
        #expect(error?.description.contains("/nowhere.warc") == true)
    }

    @Test(.timeLimit(.minutes(1))) func hostileFilesTakeLinearTime() throws {
        let versions = Array(repeatElement(Array("WARC/1.0\n".utf8), count: 200_000).joined())
        #expect(try archive.read(versions).records.isEmpty)
        let headers: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0]
        let opening = ForeignGzip.member(Array("WARC/1.0".utf8)).prefix(23)
        #expect(
            try archive.read(Array(repeatElement(headers, count: 50_000).joined()), as: "a.warc.gz").records.isEmpty)
        #expect(
            try archive.read(Array(repeatElement(opening, count: 5000).joined()), as: "b.warc.gz").records.isEmpty)
        let lengths = Array(repeatElement(Array("WARC/1.0\nContent-Length: 900000\n\n".utf8), count: 5000).joined())
        #expect(try archive.read(lengths).records.isEmpty)
    }
}

private func == (
    left: (records: [WARCRecord], damages: [ArchiveDamage]), right: ([WARCRecord], [ArchiveDamage])
) -> Bool {
    left.records == right.0 && left.damages == right.1
}
