package import Model

/// A record of a web archive: its fields and its block (WARC/1.1, ISO 28500).
package struct WARCRecord: Sendable, Equatable {
    package let fields: WARCFields
    /// The block's bytes; empty where it was longer than the reader keeps.
    package let block: [UInt8]
    /// The block's length as the head has it.
    package let blockLength: UInt64

    init(fields: WARCFields, block: [UInt8], blockLength: UInt64) {
        self.fields = fields
        self.block = block
        self.blockLength = blockLength
    }

    /// Reads one whole record; an error where there is none, or its block is cut.
    package init(parsing bytes: [UInt8]) throws(ArchiveError) {
        guard let head = WARCHead(bytes[...]) else { throw ArchiveError(.notARecord(reason: "no head")) }
        guard let length = head.blockLength else { throw ArchiveError(.notARecord(reason: "no Content-Length")) }
        guard let end = Int(exactly: length), end <= bytes.count - head.length else {
            throw ArchiveError(.notARecord(reason: "cut short"))
        }
        self.init(fields: head.fields, block: Array(bytes[head.length..<head.length + end]), blockLength: length)
    }

    /// Reads whole records that stand one behind another, as ``bytes`` writes them.
    package static func all(in bytes: [UInt8]) throws(ArchiveError) -> [WARCRecord] {
        var records: [WARCRecord] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let head = WARCHead(rest), let length = head.blockLength.flatMap({ Int(exactly: $0) }) else {
                throw ArchiveError(.notARecord(reason: "no head with a Content-Length"))
            }
            let block = rest.dropFirst(head.length)
            guard length <= block.count else { throw ArchiveError(.notARecord(reason: "cut short")) }
            records.append(
                WARCRecord(fields: head.fields, block: Array(block.prefix(length)), blockLength: UInt64(length)))
            rest = block.dropFirst(length).drop { $0 == 13 || $0 == 10 }
        }
        return records
    }

    /// The record as WARC/1.1, with its fields as they are and the line ends behind it.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(block.count + 1024)
        write(to: &bytes)
        return bytes
    }

    /// Appends ``bytes``.
    package func write(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "WARC/1.1\r\n".utf8)
        fields.write(to: &bytes)
        bytes += [13, 10]
        bytes += block
        bytes += [13, 10, 13, 10]
    }

    /// Whether the block was kept whole.
    package var hasBlock: Bool { UInt64(block.count) == blockLength }

    /// `response`, `revisit`, `warcinfo` …, in lower case; empty where the field is missing.
    package var type: String { fields["WARC-Type"]?.lowercased() ?? "" }

    package var recordID: WARCRecordID? { fields["WARC-Record-ID"].map { WARCRecordID(field: $0) } }

    /// The URI that was fetched, without the angle brackets some writers put around it.
    package var targetURI: String? { fields["WARC-Target-URI"].map { WARCRecordID(field: $0).description } }

    package var date: Timestamp? { fields["WARC-Date"].flatMap { Timestamp(rfc3339: $0) } }

    package var contentType: String? { fields["Content-Type"] }

    /// Whether the body was cut when it was captured.
    package var isTruncated: Bool { fields["WARC-Truncated"] != nil }

    /// What a `revisit` refers to.
    package var reference: WARCReference? {
        guard let id = fields["WARC-Refers-To"], let uri = fields["WARC-Refers-To-Target-URI"],
            let date = fields["WARC-Refers-To-Date"].flatMap({ Timestamp(rfc3339: $0) })
        else { return nil }
        return WARCReference(
            recordID: WARCRecordID(field: id), targetURI: WARCRecordID(field: uri).description, date: date)
    }

    /// The block's named lines; nil where its Content-Type is not `application/warc-fields`.
    package var description: WARCFields? {
        guard contentType?.lowercased().hasPrefix("application/warc-fields") == true else { return nil }
        // The parser wants a first line before the fields, and an empty one behind them.
        return HeadParser((Array("WARC/1.1\r\n".utf8) + block + [13, 10])[...])?.fields
    }

    /// The block's HTTP message; nil where the block is none.
    package var http: HTTPMessage? {
        contentType?.lowercased().hasPrefix("application/http") == true ? HTTPMessage(block) : nil
    }
}

/// The record that a `revisit` stands for.
package struct WARCReference: Sendable, Equatable {
    package let recordID: WARCRecordID
    package let targetURI: String
    package let date: Timestamp

    package init(recordID: WARCRecordID, targetURI: String, date: Timestamp) {
        self.recordID = recordID
        self.targetURI = targetURI
        self.date = date
    }
}

/// The head of a record: the version line and the fields.
struct WARCHead {
    let fields: WARCFields
    let length: Int
    /// Content-Length; nil where it is missing, not a number or beyond 64 bits.
    let blockLength: UInt64?

    /// Nil where no version line opens it or no empty line ends it.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let head = HeadParser(bytes), head.firstLine.hasPrefix("WARC/") else { return nil }
        fields = head.fields
        length = head.length
        let digits = head.fields["Content-Length"] ?? ""
        blockLength = digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt64(digits) : nil
    }
}
