internal import NIOCore
internal import NIOHTTP1

/// The pieces of one answer's body, in order, pulled from the connection.
actor Pieces {
    private var parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>.AsyncIterator
    private let socket: String
    private var isAtEnd = false

    init(_ parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>, socket: String) {
        self.parts = parts.makeAsyncIterator()
        self.socket = socket
    }

    /// The head, which comes first.
    func head() async throws -> HTTPResponseHead {
        while let part = try await nextPart() {
            if case .head(let head) = part, head.status.code >= 200 { return head }
        }
        throw ControlError.connectionLost(socket: socket)
    }

    /// The next piece; nil at the end of the answer.
    func next() async throws -> [UInt8]? {
        guard !isAtEnd else { return nil }
        while let part = try await nextPart() {
            switch part {
            case .head: throw ControlError.protocolError("a second head")
            case .body(let bytes): return Array(bytes.readableBytesView)
            case .end:
                isAtEnd = true
                return nil
            }
        }
        try Task.checkCancellation()
        throw ControlError.connectionLost(socket: socket)
    }

    private func nextPart() async throws -> HTTPClientResponsePart? {
        do {
            var iterator = parts
            defer { parts = iterator }
            return try await iterator.next(isolation: self)
        } catch HTTPParserError.invalidEOFState {
            throw ControlError.connectionLost(socket: socket)
        } catch is HTTPParserError {
            throw ControlError.protocolError("it is not HTTP")
        } catch is IOError {
            throw ControlError.connectionLost(socket: socket)
        }
    }
}
