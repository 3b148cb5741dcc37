internal import ControlProtocol
internal import Model

/// Reels and segments as a person reads them.
enum ReelView {
    static func segments(_ list: ReelList) -> Table {
        var table = Table(headings: ["REEL", "SEGMENT", "BASE OFFSET", "SIZE", ""])
        table.rightAligned = [2, 3]
        for reel in list.reels {
            for (number, segment) in reel.segments.enumerated() {
                table.rows.append([
                    number == 0 ? CleanText.line(reel.name) : "", CleanText.line(segment.file),
                    segment.baseOffset.description, Amount.bytes(segment.bytes), segment.isActive ? "active" : "",
                ])
            }
        }
        return table
    }

    static func usage(_ list: ReelList) -> Table {
        var table = Table(headings: ["REEL", "SEGMENTS", "SIZE", "OLDEST", "KEPT", "DIRECTORY"])
        table.rightAligned = [1, 2]
        table.rows = list.reels.map { reel in
            [
                CleanText.line(reel.name), Amount.count(reel.segments.count), Amount.bytes(reel.bytes),
                reel.oldest.map { LocalTime.minute($0.timestamp) } ?? "", CleanText.line(reel.keeps ?? ""),
                CleanText.line(reel.directory),
            ]
        }
        let total = list.reels.reduce(0) { $0 + $1.bytes }
        table.rows.append(["total", Amount.count(list.reels.reduce(0) { $0 + $1.segments.count }), Amount.bytes(total)])
        return table
    }

    /// One object: each reel's segments and bytes, and their sum.
    static func usageJSON(_ list: ReelList) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("schema", ControlSchema.version)
        writer.array("reels", list.reels) { reel, writer in
            writer.member("name", reel.name)
            writer.member("segments", reel.segments.count)
            writer.member("bytes", reel.bytes)
            if let oldest = reel.oldest { writer.member("oldest", oldest.timestamp) }
            if let keeps = reel.keeps { writer.member("keeps", keeps) }
        }
        writer.member("bytes", list.reels.reduce(0) { $0 + $1.bytes })
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}
