import Foundation
import Testing

/// The completions as a shell runs them. bash is on every Debian; of zsh and fish the form is looked at where they are.
@Suite struct CompletionTests {
    /// What bash offers behind these words, in the order of the alphabet.
    private func completions(_ words: [String], environment: [String: String] = [:]) async throws -> [String] {
        let typed = words.map { "'\($0)'" }.joined(separator: " ")
        let run = try await Program.shell(
            """
            eval "$(newsreel --generate-completion-script bash)"
            COMP_WORDS=(newsreel \(typed)); COMP_CWORD=\(words.count); COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
            _newsreel newsreel "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """, environment: environment)
        return run.lines.sorted()
    }

    @Test(arguments: [
        (["lo"], ["loglevel"]), (["source", "pa"], ["pause"]), (["tail", "a"], ["articles"]),
        (["tail", "--after"], ["--after-cursor"]), (["tail", "-o", ""], ["cat", "json", "short"]),
        (["loglevel", "deb"], ["debug"]), (["reel", "rotate", "p"], ["pages"]),
    ])
    func theShellCompletesCommandsAndTheirWords(words: [String], expected: [String]) async throws {
        #expect(try await completions(words) == expected)
    }

    @Test func theDaemonsSourcesAreOffered() async throws {
        let found = try await FakeDaemon.run { environment in
            try await completions(["source", "pause", ""], environment: environment)
        }
        #expect(found == ["a"])
        #expect(try await completions(["source", "pause", ""], environment: ["NEWSREEL_SOCKET": "/none"]) == [])
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func eachShellCanReadItsScript(shell: String) async throws {
        let length = try await Program.shell("newsreel --generate-completion-script \(shell) | wc -c")
        #expect((length.lines.first.flatMap { Int($0) } ?? 0) > 1000)
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)") else {
            print("\(shell) is not here: its completions were not read by it")
            return
        }
        let read = try await Program.shell(
            "t=$(mktemp); newsreel --generate-completion-script \(shell) > $t; \(shell) -n $t; code=$?; rm $t; exit $code"
        )
        #expect(read.status == 0)
    }
}
