/// A body with a coding taken off, and whether that is all of it: false where it is cut, broken or longer than the bound.
struct Decoded: Sendable, Equatable {
    var bytes: [UInt8]
    var isWhole: Bool

    /// What a decoder of a stream says after each step.
    enum Step { case finished, goesOn, broken }

    /// Calls a decoder with the room that is left, more each time, until it ends, breaks, stands still or the bound is reached.
    ///
    /// - `step` writes into the room, and gives how many bytes it wrote.
    static func growing(
        upTo maximumBytes: Int, _ step: (UnsafeMutableRawBufferPointer) -> (given: Int, Step)
    ) -> (decoded: Decoded, isBroken: Bool) {
        var output: [UInt8] = []
        while output.count < maximumBytes {
            let kept = output.count
            let room = min(max(64 << 10, kept), maximumBytes - kept)
            output.append(contentsOf: repeatElement(0, count: room))
            let (given, outcome) = output.withUnsafeMutableBytes { bytes in
                step(UnsafeMutableRawBufferPointer(rebasing: bytes[kept...]))
            }
            output.removeLast(room - given)
            switch outcome {
            case .finished: return (Decoded(bytes: output, isWhole: true), false)
            case .broken: return (Decoded(bytes: output, isWhole: false), true)
            case .goesOn: if given == 0 { return (Decoded(bytes: output, isWhole: false), false) }
            }
        }
        return (Decoded(bytes: output, isWhole: false), false)
    }
}
