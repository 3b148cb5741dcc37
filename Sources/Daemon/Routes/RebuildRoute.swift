internal import ControlProtocol
internal import ControlServer
internal import Ingest
internal import Logging

extension Routes {
    /// Makes the catalog anew, and tells how far it is; a client that goes away ends the work, and the old catalog stays.
    func rebuildCatalog(_ request: ControlRequest) -> ControlResponse {
        note("rebuild the catalog", request)
        return .stream { writer in
            do {
                let last = try await works.rebuild.run { try await writer.write(RebuildProgress(.progress, $0).line) }
                for lost in last.lost { works.logger.error("the old catalog is damaged, and without \(lost)") }
                works.logger.notice("the catalog was made anew", metadata: ["records": "\(last.records)"])
                try await writer.write(RebuildProgress(.done, last).line)
            } catch is CatalogRebuild.Busy {
                throw ErrorReport(.busy, "the catalog is being made anew already")
            }
        }
    }
}

extension RebuildProgress {
    init(_ kind: Kind, _ step: CatalogRebuild.Step) {
        self.init(
            kind, reel: kind == .done ? nil : step.reel, records: step.records, bytes: step.bytes,
            totalBytes: step.totalBytes)
    }
}
