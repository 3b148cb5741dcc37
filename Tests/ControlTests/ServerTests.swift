import ControlClient
import ControlProtocol
import Foundation
import Posix
import Testing

@testable import ControlServer

@Suite struct ServerTests {
    @Test func aValueIsAnswered() async throws {
        let report = try await withServer { router in
            router.on(.reload) { _ in .json(ReloadReport(sources: 2, changed: ["x"])) }
        } _: { client in
            try await client.value(ReloadReport.self, .reload)
        }
        #expect(report == ReloadReport(sources: 2, changed: ["x"]))
    }

    @Test func aHandlerSeesParametersQueryBodyAndPeer() async throws {
        let bytes = try await withServer { router in
            router.on(.checkSource) { request in
                let order = try request.value(ResetOrder.self)
                let parts = [
                    try request.parameter("id"), request.queryItem("q") ?? "-", order.url, "\(request.peer.userID)",
                    request.accept,
                ]
                return .bytes(Array(parts.joined(separator: "|").utf8), contentType: "text/plain")
            }
        } _: { client in
            try await client.bytes(
                .checkSource, parameters: ["id": "港口 日报"], query: [("q", "a&b")],
                body: ResetOrder(url: "https://example.org/"), accept: "text/plain")
        }
        #expect(bytes.text == "港口 日报|a&b|https://example.org/|\(geteuid())|text/plain")
    }

    @Test func anUnknownPathListsThePathsThereAre() async throws {
        try await expectFailure(.unknownPath, mentioning: "GET /v1/status") { client in
            _ = try await client.bytes(.sources)
        }
    }

    @Test func aWrongMethodNamesTheRightOne() async throws {
        let text = try await withServer {
            $0.on(.status) { _ in .json([]) }
        } _: { client in
            let socket = try RawSocket.connect(client.socket)
            try await socket.send("DELETE /v1/status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            return try await socket.read()
        }
        #expect(text.hasPrefix("HTTP/1.1 405 "))
        #expect(text.contains("takes GET, not DELETE"))
    }

    @Test func whoIsNoAdministratorMayReadAndTriggerOnly() async throws {
        try await withServer(policy: AccessPolicy(administrators: [])) { router in
            router.on(.status) { _ in .json(ReloadReport(sources: 0, changed: [])) }
            router.on(.fetch) { _ in .json(FetchReceipt(trigger: "t", queued: 1)) }
            router.on(.reload) { _ in .json(ReloadReport(sources: 0, changed: [])) }
        } _: { client in
            _ = try await client.bytes(.status)
            _ = try await client.bytes(.fetch, body: FetchOrder(targets: []))
            do {
                _ = try await client.bytes(.reload)
                Issue.record("allowed")
            } catch ControlError.notAllowed(let message) {
                #expect(message.contains("user \(geteuid())"))
            }
        }
    }

    @Test func whoChangesOrMayNotIsInTheLog() async throws {
        let log = LogRecord()
        for administrators in [Set([geteuid()]), []] {
            try await withServer(policy: AccessPolicy(administrators: administrators), log: log) { router in
                router.on(.reset) { _ in .json(ResetReport(url: "u", wasKnown: true)) }
            } _: { client in
                do {
                    _ = try await client.bytes(.reset, body: ResetOrder(url: "u"))
                } catch ControlError.notAllowed {
                    return
                }
            }
        }
        let (changed, refused) = (".event=changed", ".event=refused")
        let who = "method=POST path=/v1/reset pid=\(getpid()) uid=\(geteuid())"
        #expect(
            log.lines == [
                "notice control request \(changed) \(who)", "warning control request not allowed \(refused) \(who)",
            ])
    }

    @Test func onlyRootAndTheOwnerAreAdministrators() {
        #expect(AccessPolicy().administrators == [0, geteuid()])
    }

    @Test func aBodyThatIsNoJSONIsABadRequest() async throws {
        let text = try await withServer { router in
            router.on(.fetch) { request in
                .json(FetchReceipt(trigger: "", queued: try request.value(FetchOrder.self).targets.count))
            }
        } _: { client in
            let socket = try RawSocket.connect(client.socket)
            try await socket.send(
                "POST /v1/fetch HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\n{\"ta}")
            return try await socket.read()
        }
        #expect(text.hasPrefix("HTTP/1.1 400 "))
        #expect(text.contains("bad_request"))
    }

    @Test func aHandlersErrorReachesTheClient() async throws {
        struct Broken: Error, CustomStringConvertible { var description: String { "the reel is gone" } }
        let error = await #expect(throws: ControlError.self) {
            try await withServer {
                $0.on(.status) { _ in throw Broken() }
            } _: {
                try await $0.bytes(.status)
            }
        }
        #expect(error == .failed(ErrorReport(.failed, "the reel is gone")))
    }

    @Test func twoRequestsShareAConnection() async throws {
        let text = try await withServer {
            $0.on(.status) { _ in .json(Array("{\"n\":1}\n".utf8)) }
        } _: { client in
            let socket = try RawSocket.connect(client.socket)
            let request = "GET /v1/status HTTP/1.1\r\nHost: x\r\n"
            try await socket.send("\(request)\r\n\(request)Connection: close\r\n\r\n")
            return try await socket.read()
        }
        #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
    }

    @Test func curlIsAClientToo() async throws {
        let text = try await withServer {
            $0.on(.status) { _ in .json(Array("{\"n\":1}\n".utf8)) }
        } _: { client in
            try await blocking {
                let curl = Process()
                let output = Pipe()
                curl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
                curl.arguments = [
                    "curl", "--silent", "--max-time", "120", "--unix-socket", client.socket,
                    "http://localhost/v1/status",
                ]
                curl.standardOutput = output
                try curl.run()
                let bytes = output.fileHandleForReading.readDataToEndOfFile()
                curl.waitUntilExit()
                return String(decoding: bytes, as: UTF8.self)
            }
        }
        #expect(text == "{\"n\":1}\n")
    }

    private func expectFailure(
        _ code: ErrorReport.Code, mentioning detail: String,
        _ ask: @escaping @Sendable (ControlClient) async throws -> Void
    ) async throws {
        try await withServer {
            $0.on(.status) { _ in .json([]) }
        } _: { client in
            do {
                try await ask(client)
                Issue.record("answered")
            } catch ControlError.failed(let report) {
                #expect(report.code == code)
                #expect(report.details.contains { $0.contains(detail) })
            }
        }
    }
}
