import ControlClient
import ControlProtocol
import Glibc
import Posix
import Testing

@Suite struct ClientTests {
    @Test func noSocketIsUnreachable() async {
        await #expect(throws: ControlError.unreachable(socket: "/tmp/newsreel-none.sock", reason: .noSocket)) {
            try await ControlClient(socket: "/tmp/newsreel-none.sock").bytes(.status)
        }
    }

    @Test func aSocketNobodyListensAtIsUnreachable() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/s"
        do { _ = try RawSocket.listen(path) }
        await #expect(throws: ControlError.unreachable(socket: path, reason: .refused)) {
            try await ControlClient(socket: path).bytes(.status)
        }
    }

    @Test func aFileThatIsNoSocketIsUnreachable() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/s"
        _ = try Descriptor.open(path, O_CREAT | O_WRONLY)
        await #expect(throws: ControlError.unreachable(socket: path, reason: .refused)) {
            try await ControlClient(socket: path).bytes(.status)
        }
    }

    @Test func aPathThatIsTooLongIsUnreachable() async {
        let path = "/tmp/" + String(repeating: "x", count: 103)
        await #expect(throws: ControlError.unreachable(socket: path, reason: .pathTooLong)) {
            try await ControlClient(socket: path).bytes(.status)
        }
    }

    @Test func theHintSaysWhatToDo() {
        let permission = ControlError.unreachable(socket: "/run/s", reason: .permission(group: "newsreel"))
        #expect("\(permission)".contains("/run/s"))
        #expect("\(permission)".contains("usermod -aG newsreel"))
        #expect(
            "\(ControlError.unreachable(socket: "/run/s", reason: .noSocket))".contains("systemctl start newsreeld"))
    }

    @Test(arguments: [
        "SSH-2.0-tuner\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nno!",
        "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n",
    ])
    func anotherProgramsAnswerIsNotUnderstood(answer: String) async throws {
        let error = await askFake(answer)
        guard case .protocolError = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        "", "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n{\"sche",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{\"",
    ])
    func anAnswerThatBreaksOffIsALostConnection(answer: String) async throws {
        let error = await askFake(answer)
        guard case .connectionLost = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aRefusalIsNotAFailure() async throws {
        let body = ErrorReport(.notAllowed, "only root").line
        let error = await askFake("HTTP/1.1 403 No\r\nContent-Length: \(body.count)\r\n\r\n" + body.text)
        #expect(error == .notAllowed("only root"))
    }

    @Test func aDaemonOfAnotherVersionIsToldApart() async throws {
        let body = ErrorReport(.unknownPath, "there is no /v1/reload", details: ["GET /v1/status"]).line
        let error = await askFake("HTTP/1.1 404 No\r\nContent-Length: \(body.count)\r\n\r\n" + body.text)
        #expect(error.map { "\($0)" }?.contains("of another version") == true)
    }

    @Test func aLastLineWithoutLineFeedCounts() async throws {
        let directory = try TemporaryDirectory()
        let listener = try RawSocket.listen(directory.path + "/s")
        async let served: Void = serve("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n1\n\n22", on: listener)
        let lines = try await ControlClient(socket: directory.path + "/s").request(.status) { answer in
            var lines: [String] = []
            for try await line in answer.lines { lines.append(line.text) }
            return lines
        }
        try await served
        #expect(lines == ["1", "", "22"])
    }

    private func askFake(_ answer: String) async -> ControlError? {
        await #expect(throws: ControlError.self) {
            let directory = try TemporaryDirectory()
            let listener = try RawSocket.listen(directory.path + "/s")
            async let served: Void = serve(answer, on: listener)
            _ = try await ControlClient(socket: directory.path + "/s").value(ReloadReport.self, .reload)
            try await served
        }
    }

    private func serve(_ answer: String, on listener: RawSocket) async throws {
        let client = try await listener.accept()
        _ = try await client.read(until: "\r\n\r\n")
        try await client.send(answer)
    }
}
