import ControlClient
import ControlProtocol
import Loopback
import Posix
import Testing

@testable import ControlServer

@Suite struct LimitTests {
    private static let head = "POST /v1/fetch HTTP/1.1\r\nHost: x\r\n"

    @Test func aBodyDeclaredTooLargeIsRefused() async throws {
        let text = try await answer(
            to: "\(LimitTests.head)Content-Length: 2000\r\n\r\n" + String(repeating: " ", count: 2000))
        #expect(text.hasPrefix("HTTP/1.1 413 "))
        #expect(text.contains("too_large"))
    }

    @Test func aBodyThatGrowsTooLargeIsRefused() async throws {
        let chunk = "400\r\n" + String(repeating: " ", count: 1024) + "\r\n"
        let text = try await answer(to: "\(LimitTests.head)Transfer-Encoding: chunked\r\n\r\n\(chunk)\(chunk)0\r\n\r\n")
        #expect(text.hasPrefix("HTTP/1.1 413 "))
    }

    @Test func whoAsksFirstIsToldBeforeSending() async throws {
        let text = try await answer(
            to: "\(LimitTests.head)Content-Length: 2000\r\nExpect: 100-continue\r\n\r\n")
        #expect(text.hasPrefix("HTTP/1.1 413 "))
    }

    @Test func whoAsksFirstIsToldToGoOn() async throws {
        let text = try await withLimits(requestTimeLimit: .seconds(60)) { socket in
            try await socket.send(
                "\(LimitTests.head)Content-Length: 14\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n")
            let first = try await socket.read(until: "\r\n\r\n")
            try await socket.send("{\"targets\":[]}")
            return try await first + socket.read()
        }
        #expect(text.hasPrefix("HTTP/1.1 100 Continue\r\n"))
        #expect(text.contains("HTTP/1.1 200 OK"))
    }

    @Test func whatIsNotHTTPIsABadRequest() async throws {
        #expect(try await answer(to: "\u{1}\u{2} tune in\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
    }

    @Test func aClientThatDoesNotFinishItsRequestIsClosed() async throws {
        #expect(try await answer(to: LimitTests.head) == "")
    }

    @Test func aClientThatSaysNothingIsClosed() async throws {
        #expect(try await answer(to: "") == "")
    }

    @Test func oneConnectionTooManyIsToldSo() async throws {
        var limits = ConnectionLimits()
        limits.maximumConnections = 2
        limits.reservedConnections = 0
        try await withServer(limits: limits) { router in
            router.on(.status) { _ in .json([]) }
            router.on(.queue) { _ in
                .stream { writer in
                    try await writer.write(Array("open\n".utf8))
                    try await untilCancelled()
                }
            }
        } _: { client in
            let open = try [RawSocket.connect(client.socket), RawSocket.connect(client.socket)]
            for socket in open {
                try await socket.send("GET /v1/queue HTTP/1.1\r\nHost: x\r\n\r\n")
                _ = try await socket.read(until: "open\n")
            }
            await #expect(
                throws: ControlError.failed(ErrorReport(.busy, "there are too many connections; try again later"))
            ) {
                try await client.bytes(.status)
            }
        }
    }

    @Test func placesAreKeptForTheAdministrator() {
        var limits = ConnectionLimits()
        limits.maximumConnections = 3
        limits.reservedConnections = 1
        let counter = ConnectionCounter(limits: limits)
        #expect(counter.enter(isAdministrator: false) == .served)
        #expect(counter.enter(isAdministrator: false) == .served)
        #expect(counter.enter(isAdministrator: false) == .refused)
        counter.leave()
        #expect(counter.enter(isAdministrator: true) == .served)
        for _ in 0..<2 {
            #expect(
                counter.enter(isAdministrator: false) == .refused || counter.enter(isAdministrator: false) == .dropped)
        }
        #expect(counter.enter(isAdministrator: false) == .dropped)
    }

    private func answer(to request: String) async throws -> String {
        try await withLimits { socket in
            try await socket.send(request)
            return try await socket.read()
        }
    }

    private func withLimits(
        requestTimeLimit: Duration = .milliseconds(1000),
        _ talk: @escaping @Sendable (RawSocket) async throws -> String
    ) async throws -> String {
        var limits = ConnectionLimits()
        limits.maximumBodyBytes = 1500
        limits.requestTimeLimit = requestTimeLimit
        return try await withServer(limits: limits) { router in
            router.on(.fetch) { _ in .json(FetchReceipt(trigger: "t", queued: 0)) }
        } _: { client in
            try await talk(try RawSocket.connect(client.socket))
        }
    }
}
