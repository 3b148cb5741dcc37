internal import Model

/// A line of a CDXJ index: `key timestamp {json}`, one for each record that can be replayed.
enum CDXJ {
    /// Nil for a record that holds no capture: warcinfo, request, metadata.
    ///
    /// - `position`, `length`, `digest`: those of the record's gzip member.
    static func line(
        _ record: WARCRecord, position: UInt64, length: Int, digest: String, file: String
    ) -> [UInt8]? {
        guard ["response", "revisit", "resource", "conversion"].contains(record.type), let url = record.targetURI,
            let date = record.date
        else { return nil }
        let message = record.http
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("url", url)
        writer.member("mime", record.type == "revisit" ? "warc/revisit" : mime(record, message))
        if let status = message?.status { writer.member("status", String(status)) }
        if let digest = record.fields["WARC-Payload-Digest"] { writer.member("digest", digest) }
        writer.member("length", String(length))
        writer.member("offset", String(position))
        writer.member("filename", file)
        writer.member("recordDigest", digest)
        writer.endObject()
        return Array("\(SURT.key(url)) \(timestamp(date)) ".utf8) + writer.bytes
    }

    /// The media type without its parameters.
    private static func mime(_ record: WARCRecord, _ message: HTTPMessage?) -> String {
        let type = message.map { $0.fields["Content-Type"] } ?? record.contentType
        let essence = (type ?? "").prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        return essence.isEmpty ? "unk" : essence
    }

    /// Fourteen digits in UTC.
    static func timestamp(_ time: Timestamp) -> String {
        let text = Timestamp(secondsSinceEpoch: time.secondsSinceEpoch).rfc3339
        return String(decoding: text.utf8.filter { (0x30...0x39).contains($0) }.prefix(14), as: UTF8.self)
    }
}
