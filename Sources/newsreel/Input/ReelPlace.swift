internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol
internal import Model
internal import Reel

/// Where the reels are: in a directory, or where the daemon says.
struct ReelPlace: ParsableArguments {
    @Option(
        help: ArgumentHelp("Read the reels of this directory, without a daemon.", valueName: "dir"),
        completion: .directory)
    var stateDirectory: String?

    /// The reels with their segments.
    func list(_ options: GlobalOptions) async throws -> ReelList {
        if let stateDirectory { return try ReelDirectory(path: stateDirectory).list() }
        return try await options.client.value(ReelList.self, .reels)
    }

    /// The named reels, or all of them, each with the end of what the daemon has acknowledged.
    func targets(_ names: [String], _ options: GlobalOptions) async throws -> [(ReelLocation, Offset?)] {
        let all: [(ReelLocation, Offset?)]
        if let stateDirectory {
            all = try ReelDirectory(path: stateDirectory).locations().map { ($0, nil) }
        } else {
            all = try await list(options).reels.map { (ReelPlace.location($0), $0.endOffset) }
        }
        for name in names where !all.contains(where: { $0.0.name.rawValue == name }) {
            let known = all.map(\.0.name.rawValue).joined(separator: ", ")
            throw CommandFailure("there is no reel \(name); there are \(known)")
        }
        return names.isEmpty ? all : all.filter { names.contains($0.0.name.rawValue) }
    }

    private static func location(_ reel: ReelReport) -> ReelLocation {
        let standard = ReelLocation.standard(ReelName(rawValue: reel.name), in: "")
        let suffix = reel.segments.first?.file.split(separator: ".", maxSplits: 1).last.map(String.init)
        return ReelLocation(name: standard.name, directory: reel.directory, suffix: suffix ?? standard.suffix)
    }
}
