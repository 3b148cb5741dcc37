internal import Yams

extension ValueForm<[Duration]> {
    /// A list of growing durations: `[15m, 1h, 1d]`; empty for none.
    static var durations: ValueForm {
        let expectation = "a list of growing durations such as [15m, 1h, 1d]"
        let element = ValueForm<Duration>.duration(.seconds(1) ... .days(3650))
        return ValueForm(
            expectation: expectation,
            read: { node throws(ValueProblem) in
                guard case .sequence(let sequence) = node else {
                    throw ValueProblem(code: .wrongType, message: "expected \(expectation)")
                }
                var durations: [Duration] = []
                for item in sequence {
                    let duration = try element.read(item)
                    guard duration > durations.last ?? .zero else {
                        throw ValueProblem(message: "expected \(expectation)", position: FilePosition(item.mark))
                    }
                    durations.append(duration)
                }
                return durations
            },
            write: { .plain("[\($0.map(DurationText.write).joined(separator: ", "))]") })
    }
}
