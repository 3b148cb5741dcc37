internal import ControlProtocol
internal import Logging
internal import Model
internal import NIOCore
internal import NIOHTTP1
internal import Posix

/// One client: reads its requests one after another and answers each.
struct Connection: Sendable {
    typealias Part = HTTPPart<HTTPResponseHead, ByteBuffer>

    let channel: any Channel
    let peer: PeerCredentials
    let router: Router
    let policy: AccessPolicy
    let limits: ConnectionLimits
    let logger: Logger

    /// Serves until the client closes, or an answer ends the connection.
    func serve(_ requests: NIOAsyncChannelInboundStream<RawRequest>) async throws {
        for try await raw in requests {
            let response = await answer(raw)
            let keepsAlive = raw.head.isKeepAlive && !raw.isTooLarge && !Task.isCancelled
            try await send(response, keepsAlive: keepsAlive)
            if !keepsAlive { return }
        }
    }

    /// Refuses a client for which there is no place, as soon as it has asked for anything.
    func refuse(_ requests: NIOAsyncChannelInboundStream<RawRequest>) async throws {
        let channel = channel
        let deadline = channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
        defer { deadline.cancel() }
        for try await _ in requests {
            return try await send(
                .error(ErrorReport(.busy, "there are too many connections; try again later")), keepsAlive: false)
        }
    }

    /// Runs an operation, and cancels it when the client goes.
    func whileOpen(_ operation: @escaping @Sendable () async throws -> Void) async throws {
        let (gone, signal) = AsyncStream<Never>.makeStream()
        channel.closeFuture.whenComplete { _ in signal.finish() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await operation() }
            group.addTask { for await _ in gone {} }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func answer(_ raw: RawRequest) async -> ControlResponse {
        do {
            let match = try route(raw)
            let request = try request(raw, match)
            log(match.endpoint, raw)
            return try await match.handler(request)
        } catch let report as ErrorReport {
            return .error(report)
        } catch is CancellationError {
            return .error(
                ErrorReport(.stopping, "the daemon stops; what it took in before, it goes on with after its next start")
            )
        } catch {
            logger.error("request failed", metadata: ["path": "\(raw.head.uri)", "error": "\(error)"])
            return .error(ErrorReport(.failed, "\(error)"))
        }
    }

    private func route(_ raw: RawRequest) throws(ErrorReport) -> Router.Match {
        if raw.isTooLarge {
            throw ErrorReport(.tooLarge, "a request's body may have \(limits.maximumBodyBytes) bytes")
        }
        let match = try router.match(method: raw.head.method.rawValue, path: raw.path)
        do {
            try policy.check(match.endpoint, for: peer)
        } catch {
            logger.warning("control request not allowed", metadata: who(match.endpoint, raw, .refused))
            throw error
        }
        return match
    }

    private func request(_ raw: RawRequest, _ match: Router.Match) throws(ErrorReport) -> ControlRequest {
        guard let query = TargetEncoding.items(raw.query) else {
            throw ErrorReport(.badRequest, "the query is not percent-encoded UTF-8")
        }
        return ControlRequest(
            endpoint: match.endpoint, path: raw.path, parameters: match.parameters, query: query,
            accept: raw.head.headers.first(name: "accept") ?? "", body: Array(raw.body.readableBytesView), peer: peer)
    }

    /// Who asks for a change is in the log, whatever comes of it; who starts something, where the handler takes it on.
    private func log(_ endpoint: Endpoint, _ raw: RawRequest) {
        if endpoint.permission == .administer {
            logger.notice("control request", metadata: who(endpoint, raw, .changed))
        } else {
            logger.debug("control request", metadata: who(endpoint, raw))
        }
    }

    private func who(_ endpoint: Endpoint, _ raw: RawRequest, _ event: OperatorEvent? = nil) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "method": "\(endpoint.method.rawValue)", "path": "\(raw.path)", "uid": "\(peer.userID)",
            "pid": "\(peer.processID)",
        ]
        if let event { metadata[OperatorEvent.key] = "\(event.rawValue)" }
        return metadata
    }

    private func send(_ response: ControlResponse, keepsAlive: Bool) async throws {
        switch response {
        case .bytes(let bytes, let status, let contentType):
            try await send(bytes, status: status, contentType: contentType, keepsAlive: keepsAlive)
        case .stream(let body): try await stream(body, keepsAlive: keepsAlive)
        }
    }

    private func send(_ bytes: [UInt8], status: Int, contentType: String, keepsAlive: Bool) async throws {
        var headers = self.headers(contentType, keepsAlive: keepsAlive)
        headers.add(name: "Content-Length", value: String(bytes.count))
        channel.write(Part.head(head(status, headers)), promise: nil)
        if !bytes.isEmpty { channel.write(Part.body(ByteBuffer(bytes: bytes)), promise: nil) }
        try await end(within: limits.answerTimeLimit)
    }

    private func stream(_ body: @escaping @Sendable (LineWriter) async throws -> Void, keepsAlive: Bool) async throws {
        var headers = self.headers(ContentType.jsonLines, keepsAlive: keepsAlive)
        headers.add(name: "Transfer-Encoding", value: "chunked")
        channel.writeAndFlush(Part.head(head(200, headers)), promise: nil)
        let writer = LineWriter(channel: channel)
        do {
            // What was written before an error goes out before the report of it.
            defer { writer.finish() }
            try await body(writer)
        } catch let report as ErrorReport {
            write(report)
        } catch is CancellationError {
            write(ErrorReport(.stopping, "the daemon stops"))
        } catch  where channel.isActive {
            logger.error("stream failed", metadata: ["error": "\(error)"])
            write(ErrorReport(.failed, "\(error)"))
        }
        try await end(within: Task.isCancelled ? .seconds(1) : limits.answerTimeLimit)
    }

    private func write(_ report: ErrorReport) {
        channel.write(Part.body(ByteBuffer(bytes: report.line)), promise: nil)
    }

    /// Ends the answer, and closes where the client does not take it in time.
    private func end(within limit: Duration) async throws {
        let channel = channel
        let deadline = channel.eventLoop.scheduleTask(in: TimeAmount(limit)) { channel.close(promise: nil) }
        defer { deadline.cancel() }
        try await channel.writeAndFlush(Part.end(nil)).get()
    }

    private func head(_ status: Int, _ headers: HTTPHeaders) -> HTTPResponseHead {
        HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: status), headers: headers)
    }

    private func headers(_ contentType: String, keepsAlive: Bool) -> HTTPHeaders {
        var headers: HTTPHeaders = ["Content-Type": contentType, "Cache-Control": "no-store"]
        if !keepsAlive { headers.add(name: "Connection", value: "close") }
        return headers
    }
}

extension RawRequest {
    /// The target up to the question mark.
    var path: String { String(head.uri.prefix { $0 != "?" }) }
    /// What follows the question mark.
    var query: Substring { head.uri.drop { $0 != "?" }.dropFirst() }
}
