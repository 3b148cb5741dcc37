import ControlClient
import ControlProtocol
import Glibc
import Logging
import Posix
import Testing

@testable import ControlServer

@Suite struct SocketTests {
    @Test func theFileIsForOwnerAndGroupAlone() throws {
        let directory = try TemporaryDirectory()
        let socket = try ControlSocket.open(path: directory.path + "/s", group: nil)
        #expect(mode(socket.path) == 0o660)
        #expect(socket.warnings.isEmpty)
    }

    @Test func aGroupThatIsNotThereIsAWarning() throws {
        let directory = try TemporaryDirectory()
        let socket = try ControlSocket.open(path: directory.path + "/s", group: "no-such-group-here")
        #expect(socket.warnings.count == 1)
        #expect(mode(socket.path) == 0o660)
    }

    @Test func aStaleFileIsReplaced() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/s"
        do { _ = try RawSocket.listen(path) }
        #expect(mode(path) != nil)
        let socket = try ControlSocket.open(path: path, group: nil)
        _ = try RawSocket.connect(socket.path)
    }

    @Test func aSocketThatAnswersIsLeftAlone() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/s"
        let other = try RawSocket.listen(path)
        #expect(throws: ControlServerError(.alreadyServed, path)) { try ControlSocket.open(path: path, group: nil) }
        _ = try RawSocket.connect(path)
        _ = other
    }

    @Test func aFileThatIsNoSocketIsLeftAlone() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/s"
        _ = try Descriptor.open(path, O_CREAT | O_WRONLY)
        #expect(throws: ControlServerError(.notASocket, path)) { try ControlSocket.open(path: path, group: nil) }
        #expect(mode(path) != nil)
    }

    @Test func aMissingDirectoryIsNamed() {
        let error = #expect(throws: ControlServerError.self) {
            try ControlSocket.open(path: "/tmp/newsreel-none/s", group: nil)
        }
        #expect(error?.code == .directoryMissing)
        #expect(error.map { "\($0)" }?.contains("/tmp/newsreel-none/s") == true)
    }

    @Test func aPathThatIsTooLongIsRefused() {
        let path = "/tmp/" + String(repeating: "x", count: 103)
        let error = #expect(throws: ControlServerError.self) { try ControlSocket.open(path: path, group: nil) }
        #expect(error?.code == .pathTooLong)
    }

    @Test func aDirectoryWhereNothingCanBeMadeIsNotWritable() {
        let error = #expect(throws: ControlServerError.self) { try ControlSocket.open(path: "/sys/s", group: nil) }
        #expect(error?.code == .notWritable)
    }

    @Test func theFileGoesWithItsSocket() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/s"
        do { _ = try ControlSocket.open(path: path, group: nil) }
        #expect(mode(path) == nil)
    }

    @Test func aFileThatIsSomebodyElsesStays() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/s"
        do {
            let socket = try ControlSocket.open(path: path, group: nil)
            rename(path, path + ".old")
            _ = try Descriptor.open(path, O_CREAT | O_WRONLY)
            _ = socket
        }
        #expect(mode(path) != nil)
    }

    @Test func aPassedSocketIsServedAndItsFileStays() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/s"
        let passed = try RawSocket.listen(path)
        let socket = try ControlSocket.adopt(descriptor: dup(passed.number))
        var router = Router()
        router.on(.reset) { _ in .json(ResetReport(url: "u", wasKnown: false)) }
        let server = ControlServer(socket: socket, router: router, logger: Logger(label: "test"))
        let running = Task { try await server.run() }
        let report = try await ControlClient(socket: path).value(ResetReport.self, .reset, body: ResetOrder(url: "u"))
        #expect(report.url == "u")
        running.cancel()
        try await within { try await running.value }
        #expect(mode(path) != nil)
    }

    @Test func whatDoesNotListenIsNotTakenOver() throws {
        var pair: [CInt] = [0, 0]
        #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
        let ends = pair.map { Descriptor(owning: $0, name: "pair") }
        #expect(throws: ControlServerError(.notListening, "descriptor \(ends[0].number)")) {
            try ControlSocket.adopt(descriptor: ends[0].number)
        }
        #expect(throws: ControlServerError.self) { try ControlSocket.adopt(descriptor: 0) }
    }

    @Test func aServerRunsOnce() async throws {
        let directory = try TemporaryDirectory()
        let socket = try ControlSocket.open(path: directory.path + "/s", group: nil)
        let server = ControlServer(socket: socket, router: Router(), logger: Logger(label: "test"))
        let running = Task { try await server.run() }
        running.cancel()
        try await within { try await running.value }
        #expect(mode(socket.path) == nil)
        await #expect(throws: ControlServerError.self) { try await server.run() }
    }

    private func mode(_ path: String) -> UInt32? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }
}
