internal import ControlProtocol
internal import Foundation
internal import Model
internal import Reel

/// The reels below a state directory, read without a daemon.
struct ReelDirectory {
    let path: String

    /// The reels that are there; an error where there is none.
    func locations() throws -> [ReelLocation] {
        let all = RecordQuery.reels.map { ReelLocation.standard(ReelName(rawValue: $0), in: path) }
        let found = all.filter { FileManager.default.fileExists(atPath: $0.directory) }
        guard !found.isEmpty else {
            throw CommandFailure(
                "\(path) has no reels: it has none of the directories \(RecordQuery.reels.joined(separator: ", "))")
        }
        return found
    }

    /// The reels with their segments.
    func list() throws -> ReelList {
        ReelList(reels: try locations().map { try ReelDirectory.report(of: $0) })
    }

    private static func report(of location: ReelLocation) throws -> ReelReport {
        let segments = try location.segments()
        return ReelReport(
            name: location.name.rawValue, directory: location.directory, endOffset: segments.last?.end ?? .zero,
            segments: segments.map {
                SegmentReport(file: $0.name, baseOffset: $0.base, bytes: $0.fileSize, isActive: $0.isLast)
            }, oldest: try location.oldestRecord())
    }
}
