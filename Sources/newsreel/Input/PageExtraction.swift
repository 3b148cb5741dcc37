internal import ControlProtocol
internal import Decode
internal import Extract
internal import Foundation
internal import HTML
internal import Model

/// One page that is to be extracted.
struct PageRequest: Sendable, Decodable {
    /// What the result is called.
    var input: String
    var path: String
    var url: String?
    var contentType: String?

    init(input: String, path: String, url: String?, contentType: String?) {
        self.input = input
        self.path = path
        self.url = url
        self.contentType = contentType
    }

    private enum Key: String, CodingKey {
        case id, path, url
        case contentType = "content_type"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        path = try container.decode(String.self, forKey: .path)
        url = try container.decodeIfPresent(String.self, forKey: .url)
        contentType = try container.decodeIfPresent(String.self, forKey: .contentType)
        input = try PageRequest.id(container) ?? path
    }

    private static func id(_ container: KeyedDecodingContainer<Key>) throws -> String? {
        do {
            return try container.decodeIfPresent(String.self, forKey: .id)
        } catch DecodingError.typeMismatch {
            return String(try container.decode(Int.self, forKey: .id))
        }
    }
}

/// What became of one page.
struct PageExtraction: Sendable {
    enum Result: Sendable {
        case article(ArticleDraft, charset: String)
        case notAnArticle(reason: String)
        case unreadable(String)
    }

    let input: String
    let url: String?
    let result: Result

    var isFailure: Bool {
        if case .unreadable = result { true } else { false }
    }

    /// Reads and extracts a page.
    init(_ request: PageRequest) {
        let result: Result
        do throws(InputError) {
            result = PageExtraction.extract(try InputFile.read(request.path), request)
        } catch {
            result = .unreadable(error.reason)
        }
        self.init(input: request.input, url: request.url, result: result)
    }

    /// Reads a line of a batch, and what it names.
    init(batchLine line: [UInt8]) {
        do {
            self.init(try JSONDecoder().decode(PageRequest.self, from: Data(line)))
        } catch {
            self.init(
                input: String(decoding: line.prefix(200), as: UTF8.self), url: nil,
                result: .unreadable("not a line of a batch: \(WireError(type: "page", cause: error).reason)"))
        }
    }

    private init(input: String, url: String?, result: Result) {
        self.input = input
        self.url = url
        self.result = result
    }

    private static func extract(_ bytes: [UInt8], _ request: PageRequest) -> Result {
        let kind = PageKind(contentType: request.contentType, bytes: bytes)
        let page = PageDecoder.decode(bytes, contentType: request.contentType, kind: kind)
        let url = request.url.flatMap { CanonicalURL($0)?.url }
        let extraction =
            kind == .text
            ? Extractor.extractText(utf8: page.utf8, url: url)
            : Extractor.extract(ExtractionInput(document: Document.parse(page.utf8), url: url))
        switch extraction {
        case .article(let draft): return .article(draft, charset: page.charset.name)
        case .notAnArticle(let reason): return .notAnArticle(reason: reason)
        }
    }
}
