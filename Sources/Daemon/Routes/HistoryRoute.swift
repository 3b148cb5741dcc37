internal import Catalog
internal import ControlProtocol
internal import ControlServer
internal import Ingest
internal import Model
internal import Reel

extension Routes {
    /// A URL's article in all its versions, and when it was withdrawn.
    func history(_ request: ControlRequest) async throws -> ControlResponse {
        guard let text = request.queryItem("url"), let url = CanonicalURL(text) else {
            throw ErrorReport(.badRequest, "?url= must name an http or https URL")
        }
        let (entries, state) = try await works.stores.catalog.read { database in
            (try ArticleEntry.versions(at: url.href, database), try URLState.read(url.href, database))
        }
        guard !entries.isEmpty else { throw ErrorReport(.notFound, "no article is kept of \(url)") }
        let report = HistoryReport(
            url: url.href, versions: entries.count, lastSeen: state?.lastSeen, gone: state?.gone,
            reason: state?.withdrawal)
        let reader = ReelReader(works.stores.articles.location)
        return .stream { writer in
            try await writer.write(report.line)
            for entry in entries {
                guard case .record(let record)? = try reader.record(at: entry.offset) else { continue }
                try await writer.write(record.bytes)
            }
        }
    }
}
