package import ControlProtocol

/// The head of an answer and its body, which is read as it comes.
package struct Answer: Sendable {
    /// The HTTP status, 200 to 299.
    package let status: Int
    package let contentType: String
    let pieces: Pieces

    /// The whole body.
    /// - Parameter maximumBytes: more than that is an error.
    package func body(maximumBytes: Int = 256 << 20) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try await pieces.next() {
            bytes.append(contentsOf: piece)
            guard bytes.count <= maximumBytes else {
                throw ControlError.protocolError("a body of more than \(maximumBytes) bytes")
            }
        }
        return bytes
    }

    /// The body as a value of the protocol.
    package func value<Value: WireValue>(_ type: Value.Type = Value.self) async throws -> Value {
        do {
            return try Value(json: try await body())
        } catch let error as WireError {
            throw ControlError.protocolError("\(error)")
        }
    }

    /// The body line by line, without line feeds, as it comes. To be read once.
    package var lines: LineSequence { LineSequence(pieces: pieces) }
}
