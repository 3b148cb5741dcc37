package import Model

/// Writes WARC/1.1 records (ISO 28500:2017), each as the bytes of one reel record.
package enum WARCWriter {
    /// A `response` record with the body; with the head alone where the body is withheld.
    package static func response(_ capture: WARCCapture) -> [UInt8] {
        guard capture.withheld == nil else { return withheld(capture) }
        let head = StoredHead.write(capture.head, bodyLength: capture.body.count)
        var fields = common("response", capture)
        fields.append("WARC-Truncated", capture.isTruncated ? "length" : nil)
        return record(fields, blocks: [head, capture.body])
    }

    /// The head, and an empty payload with its own digest.
    private static func withheld(_ capture: WARCCapture) -> [UInt8] {
        var capture = capture
        capture.body = []
        if let digest = Digest.sha256([[]]) { capture.payloadDigest = digest }
        var fields = common("response", capture)
        fields.append("WARC-Truncated", "unspecified")
        fields.append("Newsreel-Withheld", capture.withheld)
        return record(fields, blocks: [StoredHead.write(capture.head, bodyLength: 0)])
    }

    /// A `revisit` record for a payload that an earlier record has, byte for byte; the head alone is stored.
    package static func revisit(_ capture: WARCCapture, identicalTo original: WARCReference) -> [UInt8] {
        let head = StoredHead.write(capture.head, bodyLength: capture.body.count)
        return revisit(capture, original, "identical-payload-digest", head)
    }

    /// A `revisit` record for an answer 304; the capture's payload digest is the original's.
    package static func revisit(_ capture: WARCCapture, notModifiedSince original: WARCReference) -> [UInt8] {
        revisit(capture, original, "server-not-modified", StoredHead.write(capture.head))
    }

    /// A `resource` or `conversion` record: the body alone, of the Content-Type given.
    package static func body(_ capture: WARCCapture, type: String, contentType: String?) -> [UInt8] {
        record(
            common(type, capture, contentType: contentType ?? "application/octet-stream"), blocks: [capture.body])
    }

    /// A `request` record that belongs to a capture's response.
    package static func request(_ message: [UInt8], for capture: WARCCapture, recordID: WARCRecordID) -> [UInt8] {
        var fields = opening("request", recordID, capture.date)
        fields.append("WARC-Target-URI", capture.targetURI)
        fields.append("WARC-Concurrent-To", capture.recordID.field)
        fields.append("WARC-IP-Address", capture.ipAddress)
        fields.append("Content-Type", "application/http;msgtype=request")
        return record(fields, blocks: [message])
    }

    /// A `warcinfo` record, which opens a file and says who made it.
    package static func warcinfo(
        _ description: [(name: String, value: String)], date: Timestamp, recordID: WARCRecordID = WARCRecordID()
    ) -> [UInt8] {
        var lines = WARCFields()
        for line in description { lines.append(line.name, line.value) }
        var block: [UInt8] = []
        lines.write(to: &block)
        var fields = opening("warcinfo", recordID, date)
        fields.append("Content-Type", "application/warc-fields")
        return record(fields, blocks: [block])
    }

    /// A `metadata` record: what was found out about a kept page, in named lines (ISO 28500 section 6.6).
    ///
    /// - `page`: the record it is about; its date becomes this record's.
    /// - `requestedURI`: the URL that was asked for, where another one answered.
    package static func metadata(
        _ lines: [(name: String, value: String?)], about page: WARCReference, source: String?, requestedURI: String?,
        recordID: WARCRecordID = WARCRecordID()
    ) -> [UInt8] {
        var description = WARCFields()
        for line in lines { description.append(line.name, line.value) }
        var block: [UInt8] = []
        description.write(to: &block)
        var fields = opening("metadata", recordID, page.date)
        fields.append("WARC-Target-URI", page.targetURI)
        fields.append("WARC-Refers-To", page.recordID.field)
        fields.append("Newsreel-Source", source)
        fields.append("Newsreel-Requested-URI", requestedURI)
        fields.append("Content-Type", "application/warc-fields")
        return record(fields, blocks: [block])
    }

    private static func revisit(
        _ capture: WARCCapture, _ original: WARCReference, _ profile: String, _ head: [UInt8]
    ) -> [UInt8] {
        var fields = common("revisit", capture)
        fields.append("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/\(profile)")
        fields.append("WARC-Refers-To", original.recordID.field)
        fields.append("WARC-Refers-To-Target-URI", original.targetURI)
        fields.append("WARC-Refers-To-Date", date(original.date))
        return record(fields, blocks: [head])
    }

    private static func common(
        _ type: String, _ capture: WARCCapture, contentType: String = "application/http;msgtype=response"
    ) -> WARCFields {
        var fields = opening(type, capture.recordID, capture.date)
        fields.append("WARC-Target-URI", capture.targetURI)
        fields.append("WARC-Warcinfo-ID", capture.warcinfoID?.field)
        fields.append("WARC-IP-Address", capture.ipAddress)
        fields.append("WARC-Protocol", capture.protocolName)
        fields.append("WARC-Payload-Digest", capture.payloadDigest.description)
        fields.append("Newsreel-Source", capture.source)
        fields.append("Newsreel-Purpose", capture.purpose)
        fields.append("Newsreel-Requested-URI", capture.requestedURI)
        fields.append("Newsreel-Imported-From", capture.importedFrom)
        fields.append("Content-Type", contentType)
        return fields
    }

    private static func opening(_ type: String, _ id: WARCRecordID, _ time: Timestamp) -> WARCFields {
        var fields = WARCFields()
        fields.append("WARC-Type", type)
        fields.append("WARC-Record-ID", id.field)
        fields.append("WARC-Date", date(time))
        return fields
    }

    /// Version line, fields, block and the two line ends behind it.
    private static func record(_ fields: WARCFields, blocks: [[UInt8]]) -> [UInt8] {
        var fields = fields
        let length = blocks.reduce(0) { $0 + $1.count }
        fields.append("WARC-Block-Digest", Digest.sha256(blocks)?.description)
        fields.append("Content-Length", String(length))
        var bytes = Array("WARC/1.1\r\n".utf8)
        bytes.reserveCapacity(length + 1024)
        fields.write(to: &bytes)
        bytes += [13, 10]
        for block in blocks { bytes += block }
        bytes += [13, 10, 13, 10]
        return bytes
    }

    /// Whole seconds of UTC: some tools do not read the fractions that WARC/1.1 allows.
    private static func date(_ time: Timestamp) -> String {
        Timestamp(secondsSinceEpoch: time.secondsSinceEpoch).rfc3339
    }
}
