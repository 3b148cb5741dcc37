internal import ControlProtocol
internal import Foundation
internal import Model

/// A question that `newsreel check` cannot answer, with the reason.
struct CheckRefusal: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Answers questions one line at a time.
enum CheckBatch {
    /// Reads cases from a file, and prints one line of JSON for each, flushed; a refusal is `{"error":…}`.
    static func run<Case: Decodable>(
        _ path: String, _ type: Case.Type = Case.self, answer: (Case, inout JSONWriter) throws -> Void
    ) throws {
        var lines = try LineReader(path)
        while let line = try lines.next() {
            try Output.standard.write(self.line(line, answer: answer))
            try Output.standard.flush()
        }
    }

    /// The line that answers a line.
    static func line<Case: Decodable>(
        _ line: [UInt8], answer: (Case, inout JSONWriter) throws -> Void
    ) -> [UInt8] {
        do {
            let question: Case
            do {
                question = try JSONDecoder().decode(Case.self, from: Data(line))
            } catch {
                throw CheckRefusal(WireError(type: "case", cause: error).reason)
            }
            return try object { try answer(question, &$0) }
        } catch {
            return object { $0.member("error", "\(error)") }
        }
    }

    /// One line of JSON with `schema`, and what is written into it.
    static func object(_ members: (inout JSONWriter) throws -> Void) rethrows -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 1024)
        writer.beginObject()
        writer.member("schema", ControlSchema.version)
        try members(&writer)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}

/// Bytes in a case, as base64.
struct Base64Bytes: Decodable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let data = Data(base64Encoded: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not base64")
        }
        bytes = Array(data)
    }
}
