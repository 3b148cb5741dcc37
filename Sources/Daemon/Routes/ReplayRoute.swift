internal import ControlProtocol
internal import ControlServer
internal import Ingest
internal import Model

extension Routes {
    /// Reads kept pages again and appends new versions of their articles; what was appended is durable when the answer comes.
    func replay(_ request: ControlRequest) async throws -> ControlResponse {
        try await refuseWithoutRoom()
        let order: RewriteOrder = try request.value()
        guard order.pages.count <= RewriteOrder.maximumPages else {
            throw ErrorReport(.badRequest, "one request names at most \(RewriteOrder.maximumPages) pages")
        }
        note("replay \(order.pages.count) pages", request)
        let rewriter = Rewriter(ingest: works.ingest, stores: works.stores, sources: works.sources)
        let results = try await rewriter.rewrite(order.pages)
        return .bytes(results.flatMap { RewrittenLine($0).line }, contentType: ContentType.jsonLines)
    }
}

extension RewrittenLine {
    fileprivate init(_ result: Rewriter.Result) {
        let outcome =
            switch result.ending {
            case .outcome(let outcome): outcome.rawValue
            case .superseded: "superseded"
            case .notKept: "not_kept"
            }
        self.init(
            page: result.page, url: result.url, outcome: outcome, articleID: result.articleID, version: result.version,
            supersedes: result.supersedes, message: result.message)
    }
}
