import ArgumentParser
import ControlClient
import ControlProtocol
import Testing

@testable import newsreel

@Suite struct ArgumentOrderTests {
    @Test(arguments: [
        (["--json", "status"], ["status", "--json"]),
        (["--socket", "/s", "source", "list"], ["source", "list", "--socket", "/s"]),
        (["source", "--socket=/s", "list", "--json"], ["source", "list", "--socket=/s", "--json"]),
        (["status", "--json"], ["status", "--json"]),
        (["--json", "search", "--", "--json"], ["search", "--json", "--", "--json"]),
        (["--json", "--help"], ["--help"]),
        (["--json"], []),
        (["--json", "nonsense"], ["nonsense"]),
        (["--socket"], ["--socket"]),
        (["search", "status", "--json"], ["search", "status", "--json"]),
    ])
    func globalOptionsGoBehindTheCommand(given: [String], normalised: [String]) {
        #expect(ArgumentOrder.normalised(given, for: NewsreelCommand.self) == normalised)
    }

    @Test func everyCommandTakesBothOptionsBeforeItsName() throws {
        for path in leaves(NewsreelCommand.self, []) {
            let arguments = ArgumentOrder.normalised(["--json", "--socket", "/s"] + path, for: NewsreelCommand.self)
            #expect(arguments.suffix(3) == ["--json", "--socket", "/s"])
            #expect(arguments.dropLast(3) == path[...])
        }
    }

    @Test func everyCommandHasHelp() {
        for path in leaves(NewsreelCommand.self, []) {
            #expect(throws: (any Error).self) {
                var command = try NewsreelCommand.parseAsRoot(path + ["--help"])
                try command.run()
            }
        }
    }

    private func leaves(_ command: any ParsableCommand.Type, _ path: [String]) -> [[String]] {
        let children = command.configuration.subcommands
        return children.isEmpty ? [path] : children.flatMap { leaves($0, path + [$0.configuration.commandName ?? "?"]) }
    }
}

@Suite struct UnknownCommandTests {
    @Test(arguments: [
        (["fech", "a"], "there is no command newsreel fech; did you mean newsreel fetch?"),
        (
            ["--json", "source", "puase"],
            "there is no command newsreel source puase; did you mean newsreel source pause?"
        ),
        (["frobnicate"], "there is no command newsreel frobnicate; newsreel --help shows those there are"),
    ])
    func aMistypedCommandIsNamedWithTheOneThatIsMeant(arguments: [String], words: String) throws {
        let unknown = try #require(UnknownCommand(arguments, root: NewsreelCommand.self))
        #expect(unknown.description == words)
        #expect(ExitStatus(unknown) == .usage)
    }

    @Test(arguments: [
        [], ["status"], ["source"], ["source", "ls"], ["source", "list", "x"], ["help", "fech"], ["--version"],
        ["search", "fech"], ["--generate-completion-script", "zsh"],
    ])
    func whatIsACommandIsLeftToTheParser(arguments: [String]) {
        #expect(UnknownCommand(arguments, root: NewsreelCommand.self) == nil)
    }

    @Test func theDistanceCountsChanges() {
        #expect(UnknownCommand.distance("", "abc") == 3)
        #expect(UnknownCommand.distance("pause", "puase") == 1)
        #expect(UnknownCommand.distance("tail", "tails") == 1)
        #expect(UnknownCommand.distance("kitten", "sitting") == 3)
    }
}

@Suite struct ExitStatusTests {
    @Test func eachKindOfErrorHasItsStatus() {
        #expect(ExitStatus(BrokenPipe()) == .done)
        #expect(ExitStatus(CommandFailure("no")) == .failed)
        #expect(ExitStatus(FoundDamage()) == .failed)
        #expect(ExitStatus(ValidationError("no")) == .usage)
        #expect(ExitStatus(ControlError.unreachable(socket: "/s", reason: .refused)) == .unreachable)
        #expect(ExitStatus(ControlError.notAllowed("no")) == .notAllowed)
        #expect(ExitStatus(ControlError.failed(ErrorReport(.notFound, "no"))) == .failed)
        #expect(ExitStatus(ControlError.connectionLost(socket: "/s")) == .failed)
        #expect(ExitStatus(OutputError(code: 28)) == .failed)
    }

    @Test(arguments: [
        ["frobnicate"], ["fetch"], ["tail", "--since", "soon"], ["tail", "-n", "-1"], ["extract"],
        ["check", "url"], ["check", "url", "x", "--batch", "y"], ["import"], ["extract", "--jobs", "0", "x"],
    ])
    func aWrongCommandLineIsAUsageError(arguments: [String]) {
        do {
            _ = try NewsreelCommand.parseAsRoot(arguments)
            Issue.record("taken")
        } catch {
            #expect(ExitStatus(error) == .usage)
        }
    }

    @Test func theNumbersAreTheContract() {
        #expect([ExitStatus.done, .failed, .usage, .unreachable, .notAllowed].map(\.rawValue) == [0, 1, 2, 3, 4])
    }
}

@Suite struct SocketChoiceTests {
    @Test func theOptionComesBeforeTheVariable() throws {
        let option = try GlobalOptions.parse(["--socket", "/a"])
        #expect(option.path(environment: ["NEWSREEL_SOCKET": "/b"]) == "/a")
        let none = try GlobalOptions.parse([])
        #expect(none.path(environment: ["NEWSREEL_SOCKET": "/b"]) == "/b")
        #expect(none.path(environment: ["NEWSREEL_SOCKET": ""]) == "/run/newsreel/newsreel.sock")
        #expect(none.path(environment: [:]) == "/run/newsreel/newsreel.sock")
    }
}
