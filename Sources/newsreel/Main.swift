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
        let command: any ParsableCommand
        do {
            command = try NewsreelCommand.parseAsRoot(ArgumentOrder.normalised(arguments, for: NewsreelCommand.self))
        } catch {
            return report(parsing: error)
        }
        do {
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                var command = command
                try command.run()
            }
            try Output.standard.flush()
            return .done
        } catch {
            return report(running: error)
        }
    }

    /// Help and version go to standard output, a wrong command line to standard error.
    private static func report(parsing error: any Error) -> ExitStatus {
        let text = NewsreelCommand.fullMessage(for: error)
        guard NewsreelCommand.exitCode(for: error).isSuccess else {
            Output.error.note(text)
            return .usage
        }
        do {
            try Output.standard.line(text)
            try Output.standard.flush()
        } catch {
            return ExitStatus(error)
        }
        return .done
    }

    private static func report(running error: any Error) -> ExitStatus {
        // What was printed before the failure still counts.
        do { try Output.standard.flush() } catch { return ExitStatus(error) }
        let status = ExitStatus(error)
        if error is ValidationError {
            Output.error.note(NewsreelCommand.fullMessage(for: error))
        } else if status != .done, !(error is FoundDamage), !(error is CleanExit) {
            Output.error.note("newsreel: \(error)")
        }
        return status
    }
}
