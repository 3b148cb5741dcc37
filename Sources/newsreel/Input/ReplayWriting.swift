internal import ControlClient
internal import ControlProtocol
internal import Model

/// Has the daemon append what a replay found to change, many pages at a time. For one task at a time.
struct ReplayWriting {
    /// A result, and what the daemon made of it; nil where there was nothing to write.
    typealias Written = (result: Replay.Result, line: RewrittenLine?)

    /// Results that are held back until their order is sent.
    private static let maximumWaiting = 1024

    private let client: ControlClient
    private let isWanted: Bool
    private var waiting: [Replay.Result] = []
    private var pages: [Offset] = []

    init(client: ControlClient, isWanted: Bool) {
        self.client = client
        self.isWanted = isWanted
    }

    /// Takes a result; gives those that are through, in their order.
    mutating func take(_ result: Replay.Result) async throws -> [Written] {
        guard isWanted else { return [(result, nil)] }
        waiting.append(result)
        if let page = result.pageToWrite { pages.append(page) }
        guard pages.count >= RewriteOrder.maximumPages || waiting.count >= ReplayWriting.maximumWaiting else {
            return []
        }
        return try await finish()
    }

    /// Sends what waits; gives all the rest.
    mutating func finish() async throws -> [Written] {
        var lines: [Offset: RewrittenLine] = [:]
        if !pages.isEmpty {
            for line in try await send(RewriteOrder(pages: pages)) { lines[line.page] = line }
        }
        let written = waiting.map { (result: $0, line: $0.pageToWrite.flatMap { lines[$0] }) }
        (waiting, pages) = ([], [])
        return written
    }

    private func send(_ order: RewriteOrder) async throws -> [RewrittenLine] {
        try await client.request(.replay, body: order) { answer in
            var lines: [RewrittenLine] = []
            for try await line in answer.lines { lines.append(try StreamLine.value(line)) }
            return lines
        }
    }
}

extension Replay.Result {
    /// The page whose article is to be written.
    fileprivate var pageToWrite: Offset? {
        switch self {
        case .changed(let article, _): article.capture.offset
        case .new(_, let offset, _): offset
        case .passedOver, .same, .lost, .none: nil
        }
    }
}
