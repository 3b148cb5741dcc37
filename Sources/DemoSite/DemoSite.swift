internal import ArgumentParser
internal import Glibc
internal import Model

/// A small news site on loopback to watch Newsreel at work: three outlets, each on an address of its own.
@main struct DemoSite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "DemoSite",
        abstract: "Serves three invented news outlets on 127.0.0.1, 127.0.0.2 and 127.0.0.3.",
        discussion: """
            The Chinese portal (127.0.0.1) is in GB18030 and has lists without feeds; the English paper (127.0.0.2) has an RSS
            feed and a news sitemap; the agency (127.0.0.3) has an Atom feed and carries a story of the paper's. One story is
            edited after some seconds, one vanishes, every page answers conditional requests.
            """)

    @Option(help: "The port on each of the three addresses.")
    var port = 8460

    @Option(help: "A file that keeps when the site first began, so that a second start shows the same stories.")
    var beganFile: String?

    @Option(help: "A file with the site's age in seconds, read at each request: time moves as the file says.")
    var ageFile: String?

    @Option(help: "A file that is made once the site serves.")
    var readyFile: String?

    @Flag(help: "Begin with the edited story edited and the vanished one gone.")
    var aged = false

    func run() async throws {
        let now = Self.now()
        var began = try beganFile.map { try BeginningFile(path: $0).read(or: now) } ?? now
        if aged { began = began.advanced(by: .seconds(-3600)) }
        let timeline = Timeline(began: began, port: port, now: clock(from: began))
        let outlets: [any Outlet] = [Portal(timeline: timeline), Paper(timeline: timeline), Agency(timeline: timeline)]
        do {
            try await SiteServer(outlets: outlets, port: port, readyFile: readyFile).run()
        } catch {
            throw ValidationError(
                "the demonstration site cannot listen on port \(port): \(error). Free it, or name another with --port.")
        }
    }

    /// The system's clock, or the hands that the age file is.
    private func clock(from began: Timestamp) -> @Sendable () -> Timestamp {
        guard let ageFile else { return Self.now }
        return { began.advanced(by: AgeFile(path: ageFile).age) }
    }

    private static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(secondsSinceEpoch: Int64(time.tv_sec))
    }
}
