internal import NIOCore
internal import NIOHTTP1

/// Answers GET and HEAD, with both validators.
final class SiteHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let outlet: any Outlet
    private var request: HTTPRequestHead?

    init(outlet: any Outlet) { self.outlet = outlet }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): request = head
        case .body: break
        case .end:
            if let request { answer(request, context) }
            request = nil
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let path = String(request.uri.prefix { $0 != "?" })
        let page = outlet.page(at: path) ?? .plain("No such page.\n", status: 404)
        var head = HTTPResponseHead(version: request.version, status: HTTPResponseStatus(statusCode: page.status))
        head.headers.add(name: "Content-Type", value: page.contentType)
        if page.status == 200 {
            head.headers.add(name: "ETag", value: page.entityTag)
            if let time = page.lastModified { head.headers.add(name: "Last-Modified", value: time) }
            if request.headers.first(name: "If-None-Match") == page.entityTag { head.status = .notModified }
        }
        let hasBody = head.status != .notModified && request.method != .HEAD
        if head.status != .notModified { head.headers.add(name: "Content-Length", value: String(page.body.count)) }
        if !request.isKeepAlive { head.headers.add(name: "Connection", value: "close") }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if hasBody { context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: page.body)))), promise: nil) }
        let end = context.eventLoop.makePromise(of: Void.self)
        if !request.isKeepAlive {
            let channel = context.channel
            end.futureResult.whenComplete { _ in channel.close(promise: nil) }
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: end)
    }
}
