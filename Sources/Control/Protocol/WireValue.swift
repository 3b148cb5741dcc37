package import Model

internal import struct Foundation.Data
internal import class Foundation.JSONDecoder

/// A value that crosses the control socket as one JSON object with the member `schema`.
package protocol WireValue: Sendable, Decodable {
    /// Writes the members after `schema` into the object that is open, in the order a reader wants to see them.
    func writeMembers(to writer: inout JSONWriter)
}

extension WireValue {
    /// The value as one JSON object.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("schema", ControlSchema.version)
        writeMembers(to: &writer)
        writer.endObject()
    }

    /// The value as one line of JSON with its line feed; also the body of an answer.
    package var line: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        writer.endLine()
        return writer.bytes
    }

    /// Reads the JSON of a value; members it does not know are passed over.
    package init(json bytes: some Sequence<UInt8>) throws(WireError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(bytes))
        } catch {
            throw WireError(type: "\(Self.self)", cause: error)
        }
    }
}

/// The version of every JSON object of the control socket.
package enum ControlSchema {
    package static let version = 1
}

/// JSON that is not the value it should be: which value was expected, and what is wrong.
package struct WireError: Error, CustomStringConvertible {
    /// The Swift name of the value.
    package let type: String
    package let cause: any Error

    package init(type: String, cause: any Error) {
        self.type = type
        self.cause = cause
    }

    package var description: String { "no \(type) in JSON: \(reason)" }

    /// What is wrong, in words.
    package var reason: String {
        switch cause {
        case DecodingError.keyNotFound(let key, _): "\"\(key.stringValue)\" is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\(WireError.path(context)): \(context.debugDescription)"
        case DecodingError.dataCorrupted(let context):
            context.codingPath.isEmpty ? "not well-formed" : "\(WireError.path(context)): \(context.debugDescription)"
        default: "\(cause)"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map(\.stringValue).joined(separator: ".")
    }
}
