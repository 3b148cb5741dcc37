internal import ControlProtocol
internal import Foundation
internal import Model
internal import Synchronization

/// Prints records of one reel, and remembers where it is.
final class RecordPrinter: Sendable {
    private let reel: String
    private let format: RecordFormat
    private let terminal: Terminal
    private let flushesEach: Bool
    private let output: Output
    private let state = Mutex(State())

    private struct State {
        var cursor: String?
        var count = 0
        /// The widest source's name so far.
        var sourceWidth = 0
    }

    init(reel: String, format: RecordFormat, terminal: Terminal, flushesEach: Bool, output: Output = .standard) {
        self.output = output
        self.reel = reel
        self.format = format
        self.terminal = terminal
        self.flushesEach = flushesEach
    }

    /// The cursor of the last record.
    var cursor: String? { state.withLock { $0.cursor } }
    /// How many records there were.
    var count: Int { state.withLock { $0.count } }

    func print(_ line: RecordLine) throws {
        switch line {
        case .missed(let bytes):
            try output.flush()
            Output.error.note(
                "newsreel: \(Amount.bytes(bytes)) of \(reel) are missing here: removed by retention before this reader came to "
                    + "them, or damaged (newsreel reel verify \(reel))")
        case .record(let cursor, let json):
            if format == .json {
                try output.write(json + [UInt8(ascii: "\n")])
            } else {
                for text in try lines(json) { try output.line(text) }
            }
            if flushesEach { try output.flush() }
            state.withLock { state in
                state.cursor = cursor
                state.count += 1
            }
        }
    }

    /// The record's lines in words.
    func lines(_ json: [UInt8]) throws -> [String] {
        let data = Data(json)
        switch reel {
        case "articles":
            let article = try JSONDecoder().decode(Article.self, from: data)
            if format == .short { return [short(article)] }
            return [CleanText.line(article.content.title ?? ""), "", CleanText.text(article.content.text), ""]
        case "fetches":
            let record = try JSONDecoder().decode(FetchRecord.self, from: data)
            return [format == .short ? FetchLine(record).text(on: terminal) : CleanText.line(record.url ?? "")]
        default:
            let page = try JSONDecoder().decode(PageRecord.self, from: data)
            return [format == .short ? text(page) : CleanText.line(page.uri ?? "")]
        }
    }

    private func short(_ article: Article) -> String {
        let width = state.withLock { state in
            state.sourceWidth = max(state.sourceWidth, min(DisplayWidth.of(article.sourceID.rawValue), 20))
            return state.sourceWidth
        }
        return ArticleView(article: article, terminal: terminal, sourceWidth: width).short
    }

    private func text(_ page: PageRecord) -> String {
        let time = page.date.map { LocalTime.full($0) } ?? "-"
        let type = DisplayWidth.pad(CleanText.line(page.type ?? "?"), to: 9)
        let length = page.length.flatMap { UInt64($0) }.map { Amount.bytes($0) } ?? ""
        return "\(time)  \(type)  \(CleanText.line(page.uri ?? "-"))  \(length)"
    }
}
