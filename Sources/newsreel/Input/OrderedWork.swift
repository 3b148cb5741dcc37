/// Runs jobs side by side, and hands over what they make in the order of what went in.
enum OrderedWork {
    /// At most `jobs` run at once, and at most four times as many inputs are ahead of the last result that was handed over.
    static func run<Input: Sendable, Output: Sendable>(
        jobs: Int, next input: () throws -> Input?, work: @escaping @Sendable (Input) -> Output,
        emit: (Output) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            var (taken, running, emitted) = (0, 0, 0)
            var isAtEnd = false
            var waiting: [Int: Output] = [:]
            while true {
                while !isAtEnd, running < jobs, taken - emitted < jobs * 4 {
                    guard let next = try input() else {
                        isAtEnd = true
                        break
                    }
                    let number = taken
                    group.addTask { (number, work(next)) }
                    taken += 1
                    running += 1
                }
                guard let (number, output) = try await group.next() else { return }
                running -= 1
                waiting[number] = output
                while let ready = waiting.removeValue(forKey: emitted) {
                    emitted += 1
                    try await emit(ready)
                }
            }
        }
    }
}
