import Config
import Testing

@testable import Daemon

@Suite struct NextStepsTests {
    private func lines(_ environment: [String: String], socket: String? = nil) -> [String] {
        var configuration = Configuration()
        configuration.control.socket = socket
        let places = Places(configurationPath: "", configuration: configuration, environment: environment)
        return NextSteps(places: places, environment: environment).lines
    }

    @Test func threeCommandsAreNamed() {
        let lines = lines([:])
        #expect(lines.count == 3)
        #expect(zip(lines, ["status", "tail -f", "fetch --wait SOURCE"]).allSatisfy { $0.hasSuffix($1) })
        #expect(lines.allSatisfy { !$0.contains("--socket") })
    }

    @Test func aSocketElsewhereIsNamedInEach() {
        #expect(lines([:], socket: "/tmp/s").allSatisfy { $0.contains("newsreel --socket /tmp/s ") })
    }

    @Test func aServiceManagerIsToldNone() {
        #expect(lines(["NOTIFY_SOCKET": "/run/systemd/notify"]).isEmpty)
    }
}
