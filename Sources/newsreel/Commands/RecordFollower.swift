internal import ControlClient
internal import ControlProtocol
internal import Synchronization

/// Asks for a reel's records, and with `follow` asks again where it was when the daemon is gone.
final class RecordFollower: Sendable {
    private let client: ControlClient
    private let reel: String
    private let printer: RecordPrinter
    /// How often the daemon answered.
    private let answers = Mutex(0)

    init(client: ControlClient, reel: String, printer: RecordPrinter) {
        self.client = client
        self.reel = reel
        self.printer = printer
    }

    func run(_ query: RecordQuery) async throws {
        var query = query
        var delay = Duration.milliseconds(250)
        var answersBefore = 0
        while true {
            do {
                return try await ask(query)
            } catch let error as ControlError {
                let answers = answers.withLock { $0 }
                guard query.follow, answers > 0, error.isAbsence else { throw error }
                if answers > answersBefore {
                    Output.error.note("newsreel: \(error); waiting for it")
                    delay = .milliseconds(250)
                }
                answersBefore = answers
            }
            try await Task.sleep(for: delay)
            delay = min(delay * 2, .seconds(5))
            query = resumed(query)
        }
    }

    /// What is still to come of a query.
    private func resumed(_ query: RecordQuery) -> RecordQuery {
        var query = query
        if let cursor = printer.cursor {
            query.afterCursor = cursor
            query.amount = .all
        } else if query.amount != .last(0) {
            // The reel was empty, so that whatever is there now is new.
            query.amount = .all
        }
        return query
    }

    private func ask(_ query: RecordQuery) async throws {
        try await client.request(.records, parameters: ["name": reel], query: query.items) { [self] answer in
            answers.withLock { $0 += 1 }
            for try await line in answer.lines {
                do {
                    try printer.print(try RecordLine(line: line))
                } catch let report as ErrorReport {
                    throw ControlError.failed(report)
                } catch let error as WireError {
                    throw ControlError.protocolError("\(error)")
                }
            }
            // A followed reel has no end; where it ends all the same, the daemon does.
            if query.follow { throw ControlError.connectionLost(socket: client.socket) }
        }
    }
}

extension ControlError {
    /// Whether the daemon is not there, and may come back.
    fileprivate var isAbsence: Bool {
        switch self {
        case .connectionLost, .unreachable: true
        case .failed(let report): report.code == .stopping || report.code == .busy
        case .notAllowed, .protocolError: false
        }
    }
}
