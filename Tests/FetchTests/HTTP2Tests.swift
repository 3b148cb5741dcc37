import Hostile
import Fetch
import Model
import Testing

@Suite(.timeLimit(.minutes(1)))
struct HTTP2Tests {
    /// Fetches from a server that answers with these frames; waits for the server to listen.
    private func fetch(_ frames: [UInt8]) async throws -> FetchResult {
        let server = try FrameServer(answer: frames)
        defer { server.stop() }
        var configuration = FetchConfiguration()
        configuration.timeouts.firstByte = .seconds(5)
        let fetcher = try Fetcher(configuration)
        var asked = try request("https://localhost:\(server.port)/", maximumBodyBytes: 1000)
        asked.authorityFile = server.certificate.file
        let deadline = ContinuousClock.now + .seconds(20)
        var result = await fetcher.fetch(asked)
        while case .failed(let failure) = result, failure.kind == .connectionRefused, .now < deadline {
            result = await fetcher.fetch(asked)
        }
        await fetcher.shutDown()
        return result
    }

    @Test func aPageArrivesWithItsHeadAsText() async throws {
        let capture = try await fetch(Frame.head + Frame.data("page", isLast: true)).captured()
        #expect(capture.httpVersion == "2")
        #expect(capture.head == Array("HTTP/2 200 \r\nx-paper: Harbour\r\n\r\n".utf8))
        #expect(capture.body == Array("page".utf8))
    }

    @Test func aResetBeforeTheHeadIsALostConnection() async throws {
        #expect(try await fetch(Frame.reset(2)).failed().kind == .connectionLost)
    }

    @Test func aResetInTheBodyIsNoPage() async throws {
        let failure = try await fetch(Frame.head + Frame.data("half", isLast: false) + Frame.reset(2)).failed()
        // libcurl drops what came in the same read as the reset.
        #expect(failure.kind == (failure.status == nil ? .connectionLost : .truncated))
        #expect(failure.code == .CURLE_HTTP2_STREAM)
    }

    @Test func aStormOfResetsEndsTheFetchOnce() async throws {
        let storm = (0..<1000).flatMap { _ in Frame.reset(7) }
        #expect(try await fetch(storm).failed().kind == .connectionLost)
    }

    @Test func goAwayInPlaceOfAnAnswerIsALostConnection() async throws {
        #expect(try await fetch(Frame.goAway(11)).failed().kind == .connectionLost)
    }

    @Test func framesThatAreNoneAreALostConnection() async throws {
        #expect(try await fetch([UInt8](repeating: 0xff, count: 64)).failed().kind == .connectionLost)
    }

    @Test func aBodyAboveTheBoundIsTooLarge() async throws {
        let page = String(repeating: "a", count: 800)
        let failure = try await fetch(Frame.head + Frame.data(page, isLast: false) + Frame.data(page, isLast: true))
            .failed()
        #expect(failure.kind == .tooLarge)
    }

    @Test(arguments: HostileStream.all)
    func aHostileStreamEndsAsTheTableSays(_ row: HostileStream) async throws {
        let failure = try await fetch(row.frames).failed()
        #expect(row.outcomes.contains(failure.kind.rawValue), "\(failure.kind): \(failure.message)")
    }
}

extension HostileStream: CustomTestStringConvertible {
    /// The row's name.
    public var testDescription: String { name }
}
