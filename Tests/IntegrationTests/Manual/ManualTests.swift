import Foundation
import Loopback
import Testing

/// The manual keeps its word. Its commands for an administrator are run by `make systemd-test`.
@Suite struct ManualTests {
    @Test func everySourceOfTheCookbookFindsArticles() async throws {
        let page = try ManualPage("cookbook.md")
        let recipes = page.blocks.filter { $0.language == "yaml" }
        #expect(recipes.count == 10)
        // Each host has an address of its own, for politeness belongs to a host.
        var servers: [(host: String, address: String, server: LoopbackServer)] = []
        defer { for served in servers { served.server.stop() } }
        for (number, (host, answer)) in CookbookSites.all.sorted(by: { $0.key < $1.key }).enumerated() {
            let address = "127.0.0.\(20 + number)"
            servers.append((host, address, try server(at: address, answer)))
        }
        var sources = recipes.flatMap { $0.lines.dropFirst() }.joined(separator: "\n")
        for (host, address, server) in servers {
            sources = sources.replacing("https://\(host)", with: "http://\(address):\(server.port)")
        }
        // The one thing that a test cannot wait for.
        sources = sources.replacing("minimum_delay: 20s", with: "minimum_delay: 1ms")
        #expect(!sources.contains(".example"), "a site of the page is not served")
        let installation = try Installation(sources: sources)
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }

        let ids = sources.matches(of: /- id: (\S+)/).map { String($0.output.1) }
        #expect(ids.count == 10)
        for id in ids {
            let check = try await installation.newsreel("source", "check", id)
            #expect(check.status == 0, "\(id): \(check)")
            let fetched = try await installation.newsreel("fetch", "--wait", id)
            #expect(fetched.status == 0, "\(id): \(fetched)")
        }
        let tail = try installation.command("tail", "-f", "-n", "all", "-o", "json")
        defer { tail.signal(SIGKILL) }
        for id in ids {
            try await tail.output.first("an article of \(id)") { JSON($0)["source_id"] == id }
        }
        let notice = try #require(tail.output.lines.map { JSON($0) }.first { $0["source_id"] == "port-office" })
        #expect(notice["title"] == "港务局关于冬季航线调整的公告", "the charset is found")
        #expect(try await daemon.stop().status == 0)
    }

    @Test func theWordsOfTheCookbooksCommandsAreRight() async throws {
        let site = try PageServer(stories: 2)
        defer { site.stop() }
        let installation = try Installation(sources: site.source("gazette"))
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let lines = try ManualPage("cookbook.md").lines(in: "sh")
        #expect(lines.count > 3)
        for line in lines {
            var words = line.split(separator: " ").map(String.init).filter { $0 != "sudo" }
            let program = words.removeFirst()
            if program == "newsreeld" {
                words += ["--config", installation.configuration]
                #expect(try await RunningProgram(Program.newsreeld.path, words).end().status == 0, "\(line)")
            } else {
                #expect(program == "newsreel")
                #expect(try await installation.newsreel(words).status == 0, "\(line)")
            }
        }
        #expect(try await daemon.stop().status == 0)
    }

    /// Each message in the troubleshooting tables is one that a program says.
    @Test func everyMessageThatIsExplainedIsThere() throws {
        let sources = try sourceText()
        let rows = try ManualPage("troubleshooting.md").text.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count > 40)
        for row in rows {
            let message = row.split(separator: "`")[1]
            // What is in angles is the reader's; the rest stands in the sources, around an interpolation.
            for part in message.split(whereSeparator: { "‹›".contains($0) }).enumerated()
            where part.offset.isMultiple(of: 2) {
                let words = part.element.trimmingCharacters(in: .whitespaces)
                guard words.count > 2 else { continue }
                let isSaid = sources.contains(words)
                #expect(isSaid, "nothing says “\(words)”")
            }
        }
    }

    @Test(arguments: ManualPage.names + ["configuration.md", "control-protocol.md", "architecture.md"])
    func everyLinkLeadsSomewhere(name: String) throws {
        let page = try ManualPage(name)
        for match in page.text.matches(of: /\]\(([^)#:]*)(#[^)]*)?\)/) {
            let file = String(match.output.1)
            let target = file.isEmpty ? name : file
            let text = try? String(contentsOfFile: ManualPage.root + "/docs/" + target, encoding: .utf8)
            if text == nil {
                #expect(
                    FileManager.default.fileExists(atPath: ManualPage.root + "/docs/" + target), "\(name): \(target)")
            }
            guard let text, let anchor = match.output.2?.dropFirst() else { continue }
            let anchors = text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { ManualTests.anchor($0) }
            #expect(anchors.contains(String(anchor)), "\(name): \(target)#\(anchor)")
        }
    }

    /// Every page of the manual that has commands is run in the container, but the cookbook, which is run here.
    @Test func everyPageWithCommandsIsRun() throws {
        let script = try String(contentsOfFile: ManualPage.root + "/packaging/systemd-test/checks", encoding: .utf8)
        for name in ManualPage.names where name != "cookbook.md" {
            #expect(try !ManualPage(name).lines(in: "sh").isEmpty)
            #expect(script.contains(name.dropLast(3)), "\(name) is not run")
        }
    }

    private func server(at address: String, _ answer: @escaping CookbookSites.Answer) throws -> LoopbackServer {
        try LoopbackServer(address: address) { peer in
            while let request = peer.readRequest() {
                guard let found = answer(request) else {
                    guard peer.respond(404, ["Content-Type: text/plain"], text: "nothing here") else { return }
                    continue
                }
                // A feed names its own site, by the name that it was asked by.
                let site = "http://\(request.header("Host") ?? "")"
                let text = String(decoding: found.body, as: UTF8.self).replacing(
                    /https:\/\/[a-z-]+\.example/, with: site)
                let body = found.body.allSatisfy { $0 < 0x80 } ? Array(text.utf8) : found.body
                guard peer.respond(200, ["Content-Type: \(found.type)"], body: body) else { return }
            }
        }
    }

    private func sourceText() throws -> String {
        let root = ManualPage.root + "/Sources"
        let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return try files.filter { $0.hasSuffix(".swift") }
            .map { try String(contentsOfFile: root + "/" + $0, encoding: .utf8) }.joined(separator: "\n")
            .replacing(/" *\n? *\+ "/, with: "")
    }

    /// A heading's name in a link, as GitHub makes it.
    private static func anchor(_ heading: Substring) -> String {
        heading.drop { $0 == "#" || $0 == " " }.lowercased().filter {
            $0.isLetter || $0.isNumber || $0 == " " || $0 == "-"
        }
        .replacing(" ", with: "-")
    }
}
