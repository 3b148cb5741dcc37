internal import ArgumentParser
internal import ControlClient

/// What the program's exit status says; decided here alone.
enum ExitStatus: Int32, Equatable {
    case done = 0
    /// The thing failed, or damage was found.
    case failed = 1
    /// The command line is wrong.
    case usage = 2
    /// The daemon cannot be reached.
    case unreachable = 3
    case notAllowed = 4

    /// The status that goes with an error. A reader that closed its end early has what it wanted.
    init(_ error: any Error) {
        switch error {
        case is BrokenPipe: self = .done
        case is UnknownCommand: self = .usage
        case ControlError.unreachable: self = .unreachable
        case ControlError.notAllowed: self = .notAllowed
        default:
            // What is left is the parser's own (help, a wrong command line), or an ordinary failure.
            let code = NewsreelCommand.exitCode(for: error)
            self = code.isSuccess ? .done : code == .validationFailure ? .usage : .failed
        }
    }
}

/// The thing failed, in one sentence.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Everything that is wrong was printed already.
struct FoundDamage: Error {}
