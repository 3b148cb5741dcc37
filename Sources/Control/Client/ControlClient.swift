package import ControlProtocol
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Asks the daemon over its Unix socket; one connection a request.
package struct ControlClient: Sendable {
    /// The socket's path.
    package let socket: String

    package init(socket: String) { self.socket = socket }

    /// Sends a request and gives the answer to a closure, within which its body is read.
    ///
    /// - Parameters:
    ///   - parameters: the values of the path's braces.
    ///   - body: the request's JSON, where it has any.
    ///   - raw: another body in its place.
    /// - Throws: ``ControlError``; an answer with an error status is one too.
    package func request<Result: Sendable>(
        _ endpoint: Endpoint, parameters: [String: String] = [:], query: [(name: String, value: String)] = [],
        body: (any WireValue)? = nil, raw: (bytes: [UInt8], contentType: String)? = nil,
        accept: String = "application/json",
        _ receive: @escaping @Sendable (Answer) async throws -> Result
    ) async throws -> Result {
        let channel = try await connect()
        var headers: HTTPHeaders = ["Host": "localhost", "Accept": accept, "Connection": "close"]
        let bytes = raw?.bytes ?? body?.line ?? []
        let contentType = raw?.contentType ?? body.map { _ in "application/json" }
        if let contentType { headers.add(name: "Content-Type", value: contentType) }
        if contentType != nil || endpoint.method == .post {
            headers.add(name: "Content-Length", value: String(bytes.count))
        }
        let head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: endpoint.method.rawValue),
            uri: endpoint.target(parameters, query: query), headers: headers)
        return try await channel.executeThenClose { parts, writer in
            do {
                try await writer.write(.head(head))
                if !bytes.isEmpty { try await writer.write(.body(ByteBuffer(bytes: bytes))) }
                try await writer.write(.end(nil))
            } catch is ChannelError {
                // The answer may have come before the request was read whole.
            }
            return try await receive(answer(Pieces(parts, socket: socket)))
        }
    }

    /// Sends a request and reads its answer as one value.
    package func value<Value: WireValue>(
        _ type: Value.Type = Value.self, _ endpoint: Endpoint, parameters: [String: String] = [:],
        query: [(name: String, value: String)] = [], body: (any WireValue)? = nil
    ) async throws -> Value {
        try await request(endpoint, parameters: parameters, query: query, body: body) { answer in
            try await answer.value()
        }
    }

    /// Sends a request and reads its answer as bytes.
    package func bytes(
        _ endpoint: Endpoint, parameters: [String: String] = [:], query: [(name: String, value: String)] = [],
        body: (any WireValue)? = nil, accept: String = "application/json"
    ) async throws -> [UInt8] {
        try await request(endpoint, parameters: parameters, query: query, body: body, accept: accept) { answer in
            try await answer.body()
        }
    }

    private func answer(_ pieces: Pieces) async throws -> Answer {
        let head = try await pieces.head()
        let answer = Answer(
            status: Int(head.status.code), contentType: head.headers.first(name: "content-type") ?? "", pieces: pieces)
        guard !(200..<300).contains(answer.status) else { return answer }
        let report: ErrorReport
        do {
            report = try ErrorReport(json: try await answer.body(maximumBytes: 1 << 20))
        } catch is WireError {
            throw ControlError.protocolError("HTTP status \(answer.status) without a reason")
        }
        throw answer.status == 403 ? ControlError.notAllowed(report.message) : ControlError.failed(report)
    }

    private func connect() async throws -> NIOAsyncChannel<
        HTTPClientResponsePart, HTTPPart<HTTPRequestHead, ByteBuffer>
    > {
        guard socket.utf8.count <= 107, !socket.isEmpty else {
            throw ControlError.unreachable(socket: socket, reason: .pathTooLong)
        }
        do {
            return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(unixDomainSocketPath: socket) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHTTPClientHandlers()
                        try channel.pipeline.syncOperations.addHandler(RequestPartHandler())
                        return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
                    }
                }
        } catch let error as IOError {
            throw ControlError.unreachable(socket: socket, reason: ControlError.Unreachable(error, socket: socket))
        }
    }
}

/// Turns the parts a client sends into those that NIO's encoder takes.
private final class RequestPartHandler: ChannelOutboundHandler {
    typealias OutboundIn = HTTPPart<HTTPRequestHead, ByteBuffer>
    typealias OutboundOut = HTTPClientRequestPart

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body(let bytes): context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: promise)
        case .end(let trailers): context.write(wrapOutboundOut(.end(trailers)), promise: promise)
        }
    }
}
