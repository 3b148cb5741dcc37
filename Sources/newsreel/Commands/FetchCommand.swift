internal import ArgumentParser
internal import ControlClient
internal import ControlProtocol
internal import Model

struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetch sources or URLs now.",
        discussion: """
            A source's page is read, and the articles it links to are fetched. With --wait the command follows the fetch to its \
            end and exits 0 only if every page ended well; --json then prints one outcome a line.

            EXAMPLES
              newsreel fetch harbour-post
              newsreel fetch --wait https://news.example.org/2026/ferry.html
              newsreel fetch --wait --json harbour-post | jq -r 'select(.outcome == "article") | .title'
            """)

    @Argument(help: ArgumentHelp("Sources' ids and URLs.", valueName: "source-or-url"), completion: .sourceID)
    var targets: [String]

    @Flag(help: "Follow the fetch to its end.")
    var wait = false

    @Flag(help: "Fetch anew what is not due or was seen a moment ago.")
    var force = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if targets.count > FetchOrder.maximumTargets {
            throw ValidationError("At most \(FetchOrder.maximumTargets) sources and URLs at once.")
        }
    }

    func run() async throws {
        let order = FetchOrder(targets: targets, wait: wait, force: force)
        guard wait else { return try await queue(order) }
        let follower = FetchFollower(json: options.json, terminal: .current)
        do {
            try await options.client.request(.fetch, body: order) { answer in
                for try await line in answer.lines { try follower.take(line) }
            }
        } catch let error as ControlError where follower.hasBegun && error.isEnd {
            // The follower says what is left.
        }
        try follower.finish()
    }

    private func queue(_ order: FetchOrder) async throws {
        let bytes = try await options.client.bytes(.fetch, body: order)
        if options.json { return try Output.standard.write(bytes) }
        let receipt: FetchReceipt = try Answered.value(bytes)
        try Output.standard.line("queued \(Amount.plural(receipt.queued, "fetch", "fetches"))")
        if Terminal.current.isInteractive {
            try Output.standard.line("follow it with: newsreel tail -f fetches")
        }
    }
}

extension ControlError {
    /// Whether the daemon went while it answered.
    fileprivate var isEnd: Bool {
        switch self {
        case .connectionLost: true
        case .failed(let report): report.code == .stopping
        case .unreachable, .notAllowed, .protocolError: false
        }
    }
}
