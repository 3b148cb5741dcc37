internal import ArgumentParser

/// Lets `--socket` and `--json` stand before the command: they are moved behind it, where the parser looks for them.
enum ArgumentOrder {
    /// The arguments in the order that the parser takes.
    ///
    /// What comes after the command's name stays as it is. Without a command the options have nobody to go to and are
    /// dropped, so that `newsreel --json --help` is help.
    static func normalised(_ arguments: [String], for root: any ParsableCommand.Type) -> [String] {
        var command = root
        var path: [String] = []
        var options: [String] = []
        var rest = arguments[...]
        while let argument = rest.first {
            if let length = lengthOfGlobalOption(argument), rest.count >= length {
                options += rest.prefix(length)
                rest = rest.dropFirst(length)
            } else if let next = subcommand(argument, of: command) {
                command = next
                path.append(argument)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        return path.isEmpty ? Array(rest) : path + options + rest
    }

    /// How many arguments a global option takes up with its value; nil for what is none.
    static func lengthOfGlobalOption(_ argument: String) -> Int? {
        switch argument {
        case "--json": 1
        case "--socket": 2
        default: argument.hasPrefix("--socket=") ? 1 : nil
        }
    }

    private static func subcommand(
        _ name: String, of command: any ParsableCommand.Type
    ) -> (any ParsableCommand.Type)? {
        command.configuration.subcommands.first {
            $0.configuration.commandName == name || $0.configuration.aliases.contains(name)
        }
    }
}
