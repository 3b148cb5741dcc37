internal import Foundation
internal import Model

/// What a line of the fetches reel says; whatever it lacks is nil.
struct FetchRecord: Decodable {
    let time: Timestamp?
    let url: String?
    let source: String?
    let outcome: String?
    let status: Int?
    let milliseconds: Int?
    let message: String?

    private enum Key: String, CodingKey {
        case time, started, url, source, outcome, status, milliseconds, message, reason, title
        case sourceID = "source_id"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func text(_ keys: Key...) throws -> String? {
            try keys.lazy.compactMap { try container.decodeIfPresent(String.self, forKey: $0) }.first
        }
        time = try text(.time, .started).flatMap { Timestamp(rfc3339: $0) }
        url = try text(.url)
        source = try text(.source, .sourceID)
        outcome = try text(.outcome)
        status = try container.decodeIfPresent(Int.self, forKey: .status)
        milliseconds = try container.decodeIfPresent(Int.self, forKey: .milliseconds)
        message = try text(.message, .reason, .title)
    }
}

/// What a record of the pages reel says in its WARC header.
struct PageRecord: Decodable {
    let type: String?
    let date: Timestamp?
    let uri: String?
    let length: String?

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        var fields: [String: String] = [:]
        for key in container.allKeys {
            do {
                fields[key.stringValue.lowercased()] = try container.decode(String.self, forKey: key)
            } catch {
                // A number, such as the record's offset: not one of the header's fields.
                continue
            }
        }
        type = fields["warc-type"]
        date = fields["warc-date"].flatMap { Timestamp(rfc3339: $0) }
        uri = fields["warc-target-uri"]
        length = fields["content-length"]
    }
}
