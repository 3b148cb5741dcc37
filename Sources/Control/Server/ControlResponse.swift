package import ControlProtocol

/// What a handler answers: bytes, or a stream of lines that lasts as long as both sides want.
package enum ControlResponse: Sendable {
    case bytes([UInt8], status: Int = 200, contentType: String)
    /// Runs until it returns or throws; the answer ends with it. Its task is cancelled when the client goes or the server stops.
    ///
    /// An error becomes the stream's last line, an ``ErrorReport``.
    case stream(@Sendable (LineWriter) async throws -> Void)

    /// A value of the protocol.
    package static func json(_ value: some WireValue, status: Int = 200) -> ControlResponse {
        .bytes(value.line, status: status, contentType: ContentType.json)
    }

    /// JSON that is written already.
    package static func json(_ bytes: [UInt8], status: Int = 200) -> ControlResponse {
        .bytes(bytes, status: status, contentType: ContentType.json)
    }

    /// An error, with the status of its code.
    package static func error(_ report: ErrorReport) -> ControlResponse { json(report, status: report.status) }
}

/// The media types of the control socket.
package enum ContentType {
    package static let json = "application/json"
    package static let jsonLines = "application/jsonl"
    package static let plain = "text/plain; charset=utf-8"
    package static let yaml = "application/yaml"
    package static let bytes = "application/octet-stream"
}
