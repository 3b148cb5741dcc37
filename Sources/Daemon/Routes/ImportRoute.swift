internal import Archive
internal import ControlProtocol
internal import ControlServer
internal import Ingest
internal import Model

extension Routes {
    /// Takes in the records of the body; what was taken in is durable when the answer comes.
    func importRecords(_ request: ControlRequest) async throws -> ControlResponse {
        try await refuseWithoutRoom()
        let source = request.queryItem("source").map { SourceID(rawValue: $0) }
        if let source, await works.sources.standing(source) == nil {
            throw ErrorReport(.notFound, "there is no source \(source); newsreel source list shows the sources")
        }
        let records: [WARCRecord]
        do {
            records = try WARCRecord.all(in: request.body)
        } catch {
            throw ErrorReport(.badRequest, "the body is no sequence of web archive records: \(error)")
        }
        let archive = request.queryItem("archive") ?? "unknown"
        let results = try await works.importer.take(records, source: source, archive: archive)
        return .bytes(results.flatMap { ImportedLine($0).line }, contentType: ContentType.jsonLines)
    }
}

extension Routes {
    /// Below the low-water mark nothing new is taken in: whoever asks for it hears so at once.
    func refuseWithoutRoom() async throws(ErrorReport) {
        guard let pause = await works.frontier.pause, case .diskLow = pause else { return }
        throw ErrorReport(.noSpace, pause.words)
    }
}

extension ImportedLine {
    fileprivate init(_ result: Importer.Result) {
        let outcome =
            switch result.ending {
            case .outcome(let outcome): outcome.rawValue
            case .known: "known"
            case .passedOver(let reason): reason
            }
        self.init(
            url: result.url, outcome: outcome, articleID: result.articleID, title: result.title,
            message: result.message)
    }
}
