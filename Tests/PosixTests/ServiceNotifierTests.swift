import Foundation
import Glibc
import Posix
import Testing

@Suite struct ServiceNotifierTests {
    @Test(arguments: ["/tmp/notify-\(UUID())", "@notify-\(UUID())"])
    func readinessArrivesAtTheSocketSystemdNames(path: String) throws {
        let receiver = Descriptor(owning: socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0), name: path)
        var name = try SocketName(path)
        #expect(name.withSocketAddress { bind(receiver.number, $0, $1) } == 0)
        defer { unlink(path) }
        try ServiceNotifier(environment: ["NOTIFY_SOCKET": path]).ready(status: "3 sources")
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = recv(receiver.number, &buffer, buffer.count, 0)
        #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "READY=1\nSTATUS=3 sources")
        try ServiceNotifier(environment: ["NOTIFY_SOCKET": path]).starting(status: "busy", within: .milliseconds(1500))
        let more = recv(receiver.number, &buffer, buffer.count, 0)
        #expect(
            String(decoding: buffer.prefix(max(0, more)), as: UTF8.self) == "EXTEND_TIMEOUT_USEC=1500000\nSTATUS=busy")
    }

    @Test func withoutASocketNothingIsSent() throws {
        try ServiceNotifier(environment: [:]).ready(status: "")
    }

    @Test func theWatchdogOfAnotherProcessIsNotOurs() {
        let environment = ["WATCHDOG_USEC": "2000000", "WATCHDOG_PID": "1"]
        #expect(ServiceNotifier(environment: environment).watchdogInterval == nil)
        #expect(ServiceNotifier(environment: ["WATCHDOG_USEC": "2000000"]).watchdogInterval == .seconds(2))
    }
}
