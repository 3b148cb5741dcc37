internal import NIOCore
internal import NIOHTTP1

/// One request with its body, or why it was not taken.
struct RawRequest: Sendable {
    let head: HTTPRequestHead
    let body: ByteBuffer
    /// The body was larger than allowed; it was passed over.
    let isTooLarge: Bool
}

/// Puts the parts of a request together, within limits of size and time.
///
/// A body that is too large is read to its end and dropped, because a client that is still sending would lose the answer.
/// A connection that has sent no whole request within the time limit after connecting, or after its last answer, is closed.
final class RequestAssembler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = RawRequest
    typealias OutboundIn = HTTPPart<HTTPResponseHead, ByteBuffer>
    typealias OutboundOut = HTTPServerResponsePart

    private let limit: (HTTPRequestHead) -> Int
    private let timeLimit: TimeAmount
    private var head: HTTPRequestHead?
    private var body = ByteBuffer()
    private var maximumBodyBytes = 0
    private var isTooLarge = false
    private var deadline: Scheduled<Void>?

    /// - Parameter maximumBodyBytes: the most that a request's body may have, by its head.
    init(timeLimit: TimeAmount, maximumBodyBytes: @escaping (HTTPRequestHead) -> Int) {
        limit = maximumBodyBytes
        self.timeLimit = timeLimit
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { startClock(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        startClock(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        stopClock()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(var part): take(&part)
        case .end: finish(context)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part: OutboundOut
        switch unwrapOutboundIn(data) {
        case .head(let head): part = .head(head)
        case .body(let bytes): part = .body(.byteBuffer(bytes))
        case .end(let trailers):
            part = .end(trailers)
            startClock(context)
        }
        context.write(wrapOutboundOut(part), promise: promise)
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        self.head = head
        body = ByteBuffer()
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        maximumBodyBytes = limit(head)
        isTooLarge = length > maximumBodyBytes
        guard head.headers.first(name: "expect")?.lowercased() == "100-continue" else { return }
        if isTooLarge { return finish(context) }
        let answer = HTTPResponseHead(version: head.version, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(answer)), promise: nil)
    }

    private func take(_ part: inout ByteBuffer) {
        guard head != nil, !isTooLarge else { return }
        if body.readableBytes + part.readableBytes > maximumBodyBytes {
            isTooLarge = true
            body = ByteBuffer()
        } else {
            body.writeBuffer(&part)
        }
    }

    private func finish(_ context: ChannelHandlerContext) {
        guard let head else { return }
        self.head = nil
        stopClock()
        context.fireChannelRead(wrapInboundOut(RawRequest(head: head, body: body, isTooLarge: isTooLarge)))
        body = ByteBuffer()
    }

    private func startClock(_ context: ChannelHandlerContext) {
        stopClock()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: timeLimit) { channel.close(promise: nil) }
    }

    private func stopClock() {
        deadline?.cancel()
        deadline = nil
    }
}
