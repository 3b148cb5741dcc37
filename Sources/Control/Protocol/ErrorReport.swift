package import Model

/// The body of every answer whose status is not 2xx: `{"schema":1,"error":{"code","message","details"}}`.
///
/// A stream that breaks off has it as its last line.
package struct ErrorReport: WireValue, Error, Equatable {
    /// What kind of thing went wrong, for programs.
    package struct Code: RawRepresentable, Sendable, Hashable, Codable {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        package static let badRequest = Code(rawValue: "bad_request")
        package static let notAllowed = Code(rawValue: "not_allowed")
        package static let notFound = Code(rawValue: "not_found")
        /// The path itself, rather than what it names.
        package static let unknownPath = Code(rawValue: "unknown_path")
        package static let methodNotAllowed = Code(rawValue: "method_not_allowed")
        package static let tooLarge = Code(rawValue: "too_large")
        package static let busy = Code(rawValue: "busy")
        package static let invalidConfiguration = Code(rawValue: "invalid_configuration")
        package static let failed = Code(rawValue: "failed")
        package static let stopping = Code(rawValue: "stopping")
        /// The disk has less room than the low-water mark asks for.
        package static let noSpace = Code(rawValue: "no_space")
    }

    package var code: Code
    /// One sentence for people: what happened, and what to do.
    package var message: String
    /// Further lines: each wrong line of a configuration, each path that exists.
    package var details: [String]

    package init(_ code: Code, _ message: String, details: [String] = []) {
        self.code = code
        self.message = message
        self.details = details
    }

    /// The HTTP status that goes with the code.
    package var status: Int {
        switch code {
        case .badRequest: 400
        case .notAllowed: 403
        case .notFound, .unknownPath: 404
        case .methodNotAllowed: 405
        case .tooLarge: 413
        case .invalidConfiguration: 422
        case .busy, .stopping: 503
        case .noSpace: 507
        default: 500
        }
    }

    private enum OuterKey: String, CodingKey { case error }
    private enum Key: String, CodingKey { case code, message, details }

    package init(from decoder: any Decoder) throws {
        let outer = try decoder.container(keyedBy: OuterKey.self)
        let inner = try outer.nestedContainer(keyedBy: Key.self, forKey: .error)
        code = try inner.decode(Code.self, forKey: .code)
        message = try inner.decode(String.self, forKey: .message)
        details = try inner.decodeIfPresent([String].self, forKey: .details) ?? []
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.object("error", Optional(self)) { error, writer in
            writer.member("code", error.code.rawValue)
            writer.member("message", error.message)
            if !error.details.isEmpty { writer.member("details", error.details) }
        }
    }
}
