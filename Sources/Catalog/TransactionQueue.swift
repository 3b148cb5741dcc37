internal import GRDB
internal import Synchronization

/// Blocks on their way to the database, on SQLite's own queue.
///
/// Writing blocks that can wait for a moment share a transaction: what a commit and the full-text index cost is paid once
/// for all of them. Where one fails the transaction is undone, and each runs again by itself, so that only those that fail
/// alone are told of it. Writing blocks run in the order in which they came.
final class TransactionQueue: Sendable {
    /// When a block runs.
    enum Turn: Sendable {
        /// At once, outside of a transaction: nobody else writes on this connection.
        case reading
        /// At once, with all that write and wait.
        case writing
        /// At once where the last transaction had one block alone; else when the interval is over, when there are enough, or with
        /// the next that cannot wait.
        case gathered
    }

    fileprivate struct Job: Sendable {
        /// Runs the block; what is returned tells its caller, once the transaction is committed.
        let run: @Sendable (Database) throws -> @Sendable () -> Void
        let fail: @Sendable (any Error) -> Void
    }

    fileprivate struct State {
        var readers: [Job] = []
        var writers: [Job] = []
        var areWritersDue = false
        /// Writing blocks of the last transaction: more than one means that gathering pays.
        var lastCount = 0
        var isTimed = false
        var isRunning = false
    }

    /// So many writing blocks do not wait for the interval's end.
    fileprivate static let enough = 128

    private let database: DatabaseQueue
    private let interval: Duration
    private let state = Mutex(State())

    init(_ database: DatabaseQueue, interval: Duration) {
        self.database = database
        self.interval = interval
    }

    /// Runs a block in its turn; returns when its transaction is committed.
    func run<Value: Sendable>(
        _ turn: Turn, _ body: @Sendable @escaping (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let job = Job(
                run: { database in
                    let value = try body(database)
                    return { continuation.resume(returning: value) }
                }, fail: { continuation.resume(throwing: $0) })
            add(job, turn)
        }
    }

    private func add(_ job: Job, _ turn: Turn) {
        let (starts, waits) = state.withLock { $0.add(job, turn) }
        if starts { start() }
        if waits { wait() }
    }

    private func wait() {
        Task {
            do { try await Task.sleep(for: interval) } catch {}
            if state.withLock({ $0.timeIsOver() }) { start() }
        }
    }

    private func start() {
        database.asyncWriteWithoutTransaction { [self] database in
            while let (readers, writers) = state.withLock({ $0.take() }) {
                for job in readers { TransactionQueue.read(job, database) }
                if !writers.isEmpty { TransactionQueue.write(writers, database) }
            }
        }
    }

    private static func read(_ job: Job, _ database: Database) {
        do {
            try job.run(database)()
        } catch {
            job.fail(error)
        }
    }

    private static func write(_ jobs: [Job], _ database: Database, mayTryAgain: Bool = true) {
        do {
            var endings: [@Sendable () -> Void] = []
            try database.inTransaction(.immediate) {
                for job in jobs { endings.append(try job.run(database)) }
                return .commit
            }
            for ending in endings { ending() }
        } catch {
            let hasRoom = makeRoom(database, after: error)
            guard jobs.count > 1 || (hasRoom && mayTryAgain) else { return jobs[0].fail(error) }
            for job in jobs { write([job], database, mayTryAgain: jobs.count > 1) }
        }
    }

    /// Where the log could not grow, because the disk or the file's bound is full, what it holds goes into the database, and it begins
    /// anew; whether that was done.
    private static func makeRoom(_ database: Database, after error: any Error) -> Bool {
        guard let error = error as? DatabaseError,
            [.SQLITE_FULL, .SQLITE_IOERR].contains(error.resultCode.primaryResultCode)
        else { return false }
        do {
            return try database.checkpoint(.truncate).walFrameCount >= 0
        } catch {
            return false
        }
    }
}

extension TransactionQueue.State {
    /// Takes a job up; whether somebody must begin to work, and whether somebody must wait for the interval's end.
    fileprivate mutating func add(_ job: TransactionQueue.Job, _ turn: TransactionQueue.Turn) -> (Bool, waits: Bool) {
        if turn == .reading {
            readers.append(job)
            return (starts(), false)
        }
        writers.append(job)
        switch turn {
        case .reading, .writing: areWritersDue = true
        case .gathered: if lastCount <= 1 || writers.count >= TransactionQueue.enough { areWritersDue = true }
        }
        if areWritersDue { return (starts(), false) }
        defer { isTimed = true }
        return (false, waits: !isTimed)
    }

    /// The interval is over; whether somebody must begin to work.
    fileprivate mutating func timeIsOver() -> Bool {
        isTimed = false
        guard !writers.isEmpty else { return false }
        areWritersDue = true
        return starts()
    }

    /// Whether somebody must begin to work.
    fileprivate mutating func starts() -> Bool {
        defer { isRunning = true }
        return !isRunning
    }

    /// What is to be done now; nil where that is nothing, and the work ends.
    fileprivate mutating func take() -> (readers: [TransactionQueue.Job], writers: [TransactionQueue.Job])? {
        let (due, reading) = (areWritersDue ? writers : [], readers)
        guard !reading.isEmpty || !due.isEmpty else {
            isRunning = false
            return nil
        }
        readers = []
        if areWritersDue {
            writers = []
            areWritersDue = false
            lastCount = due.count
        }
        return (reading, due)
    }
}
