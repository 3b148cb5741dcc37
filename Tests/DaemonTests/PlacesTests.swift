import Config
import Testing

@testable import Daemon

@Suite struct PlacesTests {
    private func places(_ environment: [String: String] = [:], _ change: (inout Configuration) -> Void = { _ in })
        -> Places
    {
        var configuration = Configuration()
        change(&configuration)
        return Places(
            configurationPath: "/etc/newsreel/newsreel.yaml", configuration: configuration, environment: environment)
    }

    private static let systemd = ["STATE_DIRECTORY": "/var/lib/newsreel-2", "RUNTIME_DIRECTORY": "/run/newsreel-2"]

    @Test func withoutAWordTheDefaultsHold() {
        #expect(places().state == "/var/lib/newsreel")
        #expect(places().socket == "/run/newsreel/newsreel.sock")
        #expect(places().configuration == "/etc/newsreel/newsreel.yaml")
    }

    @Test func systemdsDirectoriesAreTaken() {
        let places = places(Self.systemd)
        #expect(places.state == "/var/lib/newsreel-2")
        #expect(places.socket == "/run/newsreel-2/newsreel.sock")
    }

    @Test func ofSeveralDirectoriesTheFirstCounts() {
        let places = places(["STATE_DIRECTORY": "/var/lib/a:/var/lib/b", "RUNTIME_DIRECTORY": "/run/a:/run/b"])
        #expect(places.state == "/var/lib/a")
        #expect(places.socket == "/run/a/newsreel.sock")
    }

    @Test func theConfigurationsWordIsTheLast() {
        let places = places(Self.systemd) {
            $0.stateDirectory = "/srv/news"
            $0.control.socket = "/srv/news.sock"
        }
        #expect(places.state == "/srv/news")
        #expect(places.socket == "/srv/news.sock")
    }

    @Test(arguments: ["", ":"]) func emptyVariablesSayNothing(value: String) {
        let places = places(["STATE_DIRECTORY": value, "RUNTIME_DIRECTORY": value])
        #expect(places.state == "/var/lib/newsreel")
        #expect(places.socket == "/run/newsreel/newsreel.sock")
    }

    @Test func theFilesLieInTheState() {
        let places = places { $0.stateDirectory = "/srv/news" }
        #expect(places.lock == "/srv/news/lock")
        #expect(places.catalog == "/srv/news/catalog.sqlite")
    }
}
