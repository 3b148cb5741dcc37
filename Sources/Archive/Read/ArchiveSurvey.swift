/// How many records of which types an archive has, and how much damage.
package struct ArchiveSurvey: Sendable, Equatable {
    package private(set) var records = 0
    package private(set) var types: [String: Int] = [:]
    package private(set) var damaged = 0

    /// Reads a file from end to end; `progress` gets the bytes read and the file's bytes after each record.
    package init(path: String, progress: (UInt64, UInt64) -> Void = { _, _ in }) throws(ArchiveError) {
        let reader = try ArchiveReader(path: path)
        while let item = try reader.next() {
            switch item {
            case .record(let record, _):
                records += 1
                types[record.type, default: 0] += 1
            case .damage: damaged += 1
            }
            progress(reader.position, reader.size)
        }
    }
}
