internal import Model

/// A line of a stream of records: a record with its cursor, or how much of the reel is missing before the next one.
///
/// `{"schema":1,"cursor":"…","record":{…}}` or `{"schema":1,"missed_bytes":4096}`. A record of the pages reel is its WARC header's fields as an
/// object, with `offset` added.
package enum RecordLine: Sendable, Equatable {
    /// The record's JSON as the reel has it, without a line feed.
    case record(cursor: String, json: [UInt8])
    /// So many bytes of the reel, with the records that were in them: retention removed them before this reader came to them, or
    /// they are damaged.
    case missed(bytes: UInt64)

    /// The line with its line feed.
    package var line: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 256)
        writer.beginObject()
        writer.member("schema", ControlSchema.version)
        switch self {
        case .record(let cursor, let json):
            writer.member("cursor", cursor)
            writer.key("record")
            writer.raw(json.last == UInt8(ascii: "\n") ? json.dropLast() : json[...])
        case .missed(let bytes): writer.member("missed_bytes", bytes)
        }
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    /// Reads a line; the record's bytes stay as they are. An ``ErrorReport`` in the line is thrown.
    package init(line: [UInt8]) throws {
        let members = JSONMembers(line)
        if let json = members["record"], let cursor = members["cursor"].flatMap({ JSONMembers.text($0) }) {
            self = .record(cursor: cursor, json: Array(json))
        } else if let bytes = members["missed_bytes"].flatMap({ UInt64(String(decoding: $0, as: UTF8.self)) }) {
            self = .missed(bytes: bytes)
        } else {
            throw try ErrorReport(json: line)
        }
    }
}
