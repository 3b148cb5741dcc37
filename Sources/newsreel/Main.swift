internal import ArgumentParser
internal import Glibc

@main
struct Main {
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        let status = await run(Array(CommandLine.arguments.dropFirst()))
        exit(status.rawValue)
    }

    /// Parses and runs a command line; every way to end comes together here.
    private static func run(_ arguments: [String]) async -> ExitStatus {
        do {
            if let unknown = UnknownCommand(arguments, root: NewsreelCommand.self) { throw unknown }
            var command = try NewsreelCommand.parseAsRoot(
                ArgumentOrder.normalised(arguments, for: NewsreelCommand.self))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            try Output.standard.flush()
            return .done
        } catch {
            return report(error)
        }
    }

    /// Help goes to standard output, a wrong command line and a failure to standard error.
    private static func report(_ error: any Error) -> ExitStatus {
        do {
            // What was printed before a failure still counts.
            if NewsreelCommand.exitCode(for: error).isSuccess {
                try Output.standard.line(NewsreelCommand.fullMessage(for: error))
            }
            try Output.standard.flush()
        } catch {
            return report(writing: error)
        }
        let status = ExitStatus(error)
        switch status {
        case .done: break
        case .usage where error is UnknownCommand:
            Output.error.note("newsreel: \(error)\nUsage: \(NewsreelCommand.configuration.usage ?? "newsreel COMMAND")")
        case .usage: Output.error.note(NewsreelCommand.fullMessage(for: error))
        case .failed where error is FoundDamage: break
        case .failed, .unreachable, .notAllowed: Output.error.note("newsreel: \(error)")
        }
        return status
    }

    private static func report(writing error: any Error) -> ExitStatus {
        if !(error is BrokenPipe) { Output.error.note("newsreel: \(error)") }
        return ExitStatus(error)
    }
}
