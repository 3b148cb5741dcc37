package import Model

/// How far the catalog's rebuilding is: a line of the stream of `POST /v1/catalog/rebuild`.
package struct RebuildProgress: WireValue, Equatable {
    package enum Kind: String, Sendable, Codable { case progress, done }

    package var kind: Kind
    /// The reel that is read.
    package var reel: String?
    package var records: Int
    package var bytes: UInt64
    package var totalBytes: UInt64

    package init(_ kind: Kind, reel: String?, records: Int, bytes: UInt64, totalBytes: UInt64) {
        self.kind = kind
        self.reel = reel
        self.records = records
        self.bytes = bytes
        self.totalBytes = totalBytes
    }

    private enum CodingKeys: String, CodingKey {
        case kind, reel, records, bytes
        case totalBytes = "total_bytes"
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("kind", kind.rawValue)
        writer.optional("reel", reel)
        writer.member("records", records)
        writer.member("bytes", bytes)
        writer.member("total_bytes", totalBytes)
    }
}
