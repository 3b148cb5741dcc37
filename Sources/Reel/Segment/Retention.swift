package import Model
internal import Posix

/// What is known of a segment without reading its records.
package struct SegmentSummary: Sendable, Equatable {
    package let segment: Segment
    package let records: UInt64
    /// When the first and the last record were appended; nil in an empty segment.
    package let firstTime: Timestamp?
    package let lastTime: Timestamp?
}

extension ReelLocation {
    /// Each segment with its number of records and its times: from the indexes, or by walking through the headers.
    package func summaries() throws(ReelError) -> [SegmentSummary] {
        var summaries: [SegmentSummary] = []
        for segment in try segments() {
            let index = try SegmentIndex.load(segment, of: self)
            let times = index.entries.first.map { ($0.time, index.lastTime) }
            summaries.append(
                SegmentSummary(
                    segment: segment, records: index.records,
                    firstTime: times.map { Timestamp(secondsSinceEpoch: Int64($0.0)) },
                    lastTime: times.map { Timestamp(secondsSinceEpoch: Int64($0.1)) }))
        }
        return summaries
    }

    /// When the oldest record that is there was appended; nil in an empty reel.
    package func oldestRecord() throws(ReelError) -> Timestamp? {
        guard case .record(let record)? = try ReelReader(self).records().next() else { return nil }
        return record.time
    }

    /// The oldest segments that may go, whole ones and never the last.
    ///
    /// A segment may go when its last record is older than `time`, or while the reel has more than `maximumBytes`. The
    /// first that may stay ends the search, so that no gap is left.
    package func retirable(
        olderThan time: Timestamp?, maximumBytes: UInt64? = nil
    ) throws(ReelError) -> [SegmentSummary] {
        let summaries = try summaries()
        var bytes = summaries.reduce(0) { $0 + $1.segment.fileSize }
        var retired: [SegmentSummary] = []
        for summary in summaries where !summary.segment.isLast {
            let isOld = time.map { time in summary.lastTime.map { $0 < time } ?? true } ?? false
            guard isOld || maximumBytes.map({ bytes > $0 }) ?? false else { break }
            bytes -= summary.segment.fileSize
            retired.append(summary)
        }
        return retired
    }

    /// Removes a segment durably, after its index.
    func remove(_ segment: Segment) throws(ReelError) {
        try change(segment.path) { () throws(SystemError) in
            try Directory.removeFile(segment.path)
            // One after the other, so that a crash leaves no gap.
            try Directory.synchronize(directory)
        }
    }

    func removeIndex(of segment: Segment) throws(ReelError) {
        let path = indexPath(of: segment.base)
        try change(path) { () throws(SystemError) in try Directory.removeFile(path) }
    }

    private func change(_ path: String, _ body: () throws(SystemError) -> Void) throws(ReelError) {
        do {
            try body()
        } catch {
            throw ReelError(.writeFailed, reel: name.rawValue, path: path, underlying: error)
        }
    }
}
