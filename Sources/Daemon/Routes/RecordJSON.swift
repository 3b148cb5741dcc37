internal import Archive
internal import ControlProtocol
internal import Model
internal import Reel

/// A record of a reel as JSON: the line itself, or for a page the fields of its WARC record.
enum RecordJSON {
    static func of(_ record: ReelRecord, in location: ReelLocation) -> [UInt8]? {
        guard location.name == .pages else { return record.bytes }
        guard let fields = warcFields(record.bytes) else { return nil }
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("schema", 1)
        writer.member("offset", record.offset.rawValue)
        for field in fields.all { writer.member(field.name, field.value) }
        writer.endObject()
        return writer.bytes
    }

    private static func warcFields(_ bytes: [UInt8]) -> WARCFields? {
        do { return try WARCRecord(parsing: bytes).fields } catch { return nil }
    }

    /// The source that a record names.
    static func source(of json: [UInt8]) -> String? {
        let members = JSONMembers(json)
        for name in ["source_id", "source", "Newsreel-Source"] {
            if let text = members[name].flatMap({ JSONMembers.text($0) }) { return text }
        }
        return nil
    }
}
