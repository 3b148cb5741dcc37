import Foundation
import Synchronization

/// Lines as they come from a program, and those who wait for one.
final class LineLog: Sendable {
    private struct Waiter {
        let id: Int
        let after: Int
        let answers: @Sendable (String) -> Bool
        let continuation: CheckedContinuation<String?, Never>
    }

    private struct State {
        var lines: [String] = []
        var isClosed = false
        var waiters: [Waiter] = []
        var lastID = 0
    }

    private let state = Mutex(State())

    var lines: [String] { state.withLock { $0.lines } }
    var text: String { lines.joined(separator: "\n") }

    func append(_ line: String) {
        let woken = state.withLock { state in
            state.lines.append(line)
            let woken = state.waiters.filter { state.lines.count > $0.after && $0.answers(line) }
            state.waiters.removeAll { waiter in woken.contains { $0.id == waiter.id } }
            return woken
        }
        for waiter in woken { waiter.continuation.resume(returning: line) }
    }

    /// Nothing more comes.
    func close() {
        let woken = state.withLock { state in
            state.isClosed = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in woken { waiter.continuation.resume(returning: nil) }
    }

    /// The first line, of those after `count`, that answers; waits for it, and throws at the deadline or at the end.
    @discardableResult
    func first(
        _ what: String, after count: Int = 0, within patience: Duration = .seconds(90),
        where answers: @escaping @Sendable (String) -> Bool
    ) async throws -> String {
        if let line = await wait(after: count, patience, answers) { return line }
        throw Missing(what: what, log: text)
    }

    /// Waits until that many lines have come.
    func reach(_ count: Int, within patience: Duration = .seconds(90)) async throws {
        _ = try await first("line \(count)", after: count - 1, within: patience) { _ in true }
    }

    /// Waits for the end of the output.
    func end(within patience: Duration = .seconds(90)) async throws {
        _ = await wait(after: .max, patience) { _ in false }
        guard state.withLock({ $0.isClosed }) else { throw Missing(what: "the end of the output", log: text) }
    }

    private func wait(
        after count: Int, _ patience: Duration, _ answers: @escaping @Sendable (String) -> Bool
    ) async -> String? {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        let alarm = Task {
            // The deadline itself; the line that is waited for cancels it.
            do { try await Task.sleep(for: patience) } catch { return }
            self.giveUp(id)
        }
        defer { alarm.cancel() }
        return await withCheckedContinuation { continuation in
            let answer: String?? = state.withLock { state in
                if let line = state.lines.dropFirst(count).first(where: answers) { return .some(line) }
                if state.isClosed { return .some(nil) }
                state.waiters.append(Waiter(id: id, after: count, answers: answers, continuation: continuation))
                return .none
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    private func giveUp(_ id: Int) {
        let waiter = state.withLock { state in
            let waiter = state.waiters.first { $0.id == id }
            state.waiters.removeAll { $0.id == id }
            return waiter
        }
        waiter?.continuation.resume(returning: nil)
    }
}

/// What a test waited for in vain, with all that was said until then.
struct Missing: Error, CustomStringConvertible {
    let what: String
    let log: String

    var description: String { "no \(what); what was said:\n\(log)" }
}
