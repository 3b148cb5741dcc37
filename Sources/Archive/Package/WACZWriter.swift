package import Model
internal import Posix
internal import Reel

/// Writes one WACZ file (WACZ 1.1.1): the records as a web archive, its index, a list of pages, and what proves them whole.
///
/// Records come first, then pages, then ``finish(title:description:)``. The memory it takes does not grow with them. The file has
/// its name only once it is whole; until then it is called `….part`.
package final class WACZWriter {
    /// A page that a reader may begin at.
    package struct Entrance: Sendable {
        package let id: String
        package let url: String
        package let date: Timestamp
        package let title: String?

        package init(id: String, url: String, date: Timestamp, title: String?) {
            self.id = id
            self.url = url
            self.date = date
            self.title = title
        }
    }

    private static let archive = "data.warc.gz"

    private let path: String
    private let software: String
    private let date: Timestamp
    private let zip: ZipWriter
    private let members = MemberWriter()
    private let index: SortedLines
    private var hasPages = false
    private var first: Entrance?

    /// - `software` is named as the maker; `date` is the time of making.
    /// - `wideFrom`: lengths and places that ZIP64 holds, from 4 GiB on; less is for tests.
    package init(
        path: String, software: String, date: Timestamp, wideFrom: UInt64 = UInt64(UInt32.max)
    ) throws(ArchiveError) {
        self.path = path
        self.software = software
        self.date = date
        zip = try ZipWriter(path: path + ".part", date: date, wideFrom: wideFrom)
        index = SortedLines(path: path + ".index")
        zip.begin("archive/\(WACZWriter.archive)")
        let info = [("software", software), ("format", "WARC File Format 1.1"), ("isPartOf", WACZWriter.archive)]
        try add(WARCWriter.warcinfo(info, date: date), time: date)
    }

    /// Adds a record as its reel has it.
    package func add(_ record: [UInt8], time: Timestamp) throws(ArchiveError) {
        let position = members.end
        let member = members.member(of: record, time: time)
        try zip.append(member)
        let parsed = try WARCRecord(parsing: record)
        let digest = Digest.sha256([member])?.description ?? ""
        let line = CDXJ.line(
            parsed, position: position, length: member.count, digest: digest, file: WACZWriter.archive)
        if let line { try index.add(line) }
    }

    /// Adds a page to the list.
    package func add(_ page: Entrance) throws(ArchiveError) {
        try beginPages()
        if first == nil { first = page }
        try zip.append(
            JSONLine.make { writer in
                writer.member("id", page.id)
                writer.member("url", page.url)
                writer.member("ts", Timestamp(secondsSinceEpoch: page.date.secondsSinceEpoch).rfc3339)
                if let title = page.title { writer.member("title", title) }
            })
    }

    /// Ends the archive, writes its index after it, and begins the list of pages.
    private func beginPages() throws(ArchiveError) {
        guard !hasPages else { return }
        hasPages = true
        try zip.end()
        zip.begin("indexes/index.cdxj")
        try zip.append(contentsOf: index)
        try zip.end()
        zip.begin("pages/pages.jsonl")
        try zip.append(
            JSONLine.make { writer in
                writer.member("format", "json-pages-1.0")
                writer.member("id", "pages")
                writer.member("title", "All pages")
            })
    }

    /// Writes what describes the rest, and gives the file its name.
    package func finish(title: String, description: String) throws(ArchiveError) {
        try beginPages()
        try zip.end()
        let package = self.package(title, description)
        zip.begin("datapackage.json")
        try zip.append(package)
        try zip.end()
        zip.begin("datapackage-digest.json")
        try zip.append(
            JSONLine.make { writer in
                writer.member("path", "datapackage.json")
                writer.member("hash", Digest.sha256([package])?.description ?? "")
            })
        try zip.end()
        try zip.finish()
        do {
            try Directory.rename(path + ".part", to: path)
        } catch {
            throw ArchiveError(.unwritable(reason: "\(error)"), path: path)
        }
    }

    private func package(_ title: String, _ description: String) -> [UInt8] {
        let (date, software, first) = (date.rfc3339, software, first)
        let entries = zip.entries
        return JSONLine.make { writer in
            writer.member("profile", "data-package")
            writer.member("wacz_version", "1.1.1")
            writer.member("title", title)
            writer.member("description", description)
            writer.member("software", software)
            writer.member("created", date)
            writer.member("modified", date)
            if let first {
                writer.member("mainPageUrl", first.url)
                writer.member("mainPageDate", Timestamp(secondsSinceEpoch: first.date.secondsSinceEpoch).rfc3339)
            }
            writer.key("resources")
            writer.beginArray()
            for entry in entries {
                writer.beginObject()
                writer.member("name", entry.name.split(separator: "/").last.map(String.init) ?? entry.name)
                writer.member("path", entry.name)
                writer.member("hash", entry.hash.description)
                writer.member("bytes", entry.bytes)
                writer.endObject()
            }
            writer.endArray()
        }
    }
}

extension ZipWriter {
    /// Adds sorted lines to the entry that was begun, some at a time.
    fileprivate func append(contentsOf lines: SortedLines) throws(ArchiveError) {
        var chunk: [UInt8] = []
        try lines.forEach { (line) throws(ArchiveError) in
            chunk += line + [10]
            guard chunk.count >= 1 << 18 else { return }
            try append(chunk)
            chunk.removeAll(keepingCapacity: true)
        }
        try append(chunk)
    }
}

/// One JSON object as a line.
private enum JSONLine {
    static func make(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        members(&writer)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}
