import Testing

@testable import newsreel

/// `newsreel check`: one question, and a batch of them.
@Suite struct CheckCommandTests {
    /// A verb's options, the file or batch on standard input, and what it prints.
    struct Example: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let input: String
        let expected: String

        init(_ arguments: [String], _ input: String, _ expected: String) {
            self.arguments = arguments
            self.input = input
            self.expected = expected
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Example(
            ["url", "HTTP://News.Example.ORG:80/a/../b?utm_source=x#c"], "",
            "\"href\":\"http://news.example.org/b?utm_source=x#c\",\"canonical\":\"http://news.example.org/b\",\"registrable_domain\":\"example.org\""
        ),
        Example(
            ["url", "../b", "--base", "https://news.example.org/x/y"], "", "\"href\":\"https://news.example.org/b\""),
        Example(["date", "Sat, 31 Jan 2026 08:00:00 +0800"], "", "\"epoch\":1769817600"),
        Example(["date", "--kind", "http", "Sat, 31 Jan 2026 00:00:00 GMT"], "", "\"epoch\":1769817600"),
        Example(
            ["robots", "-", "--agent", "newsreel", "https://news.example.org/private/1"],
            "User-agent: *\nDisallow: /private/\n", "\"allowed\":false,\"rule\":\"Disallow: /private/\""),
        Example(
            ["robots", "-", "https://news.example.org/"], "User-agent: *\nDisallow: /private/\n", "\"allowed\":true"),
        Example(["charset", "-", "--content-type", "text/html; charset=utf-8"], "渡轮", "\"charset\":\"utf-8\""),
        Example(
            ["sitemap", "-"],
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://news.example.org/1</loc></url></urlset>",
            "\"kind\":\"urlset\""),
        Example(
            ["feed", "-", "--url", "https://news.example.org/feed"],
            "<rss version='2.0'><channel><title>Harbour Post</title><item><title>A ferry</title><link>/1</link></item></channel></rss>",
            "\"url\":\"https://news.example.org/1\""),
        Example(["html", "-"], "<p>a", "| <html>\n|   <head>\n|   <body>\n|     <p>\n|       \"a\"\n"),
        Example(["html", "-", "--json", "--fragment", "td"], "<b>a", "\"tree\":\"| <b>\\n|   \\\"a\\\"\""),
        Example(["html", "-", "--tokens"], "<p>a", "\"tokens\":[[\"StartTag\",\"p\",{}],[\"Character\",\"a\"]]"),
    ])
    func aQuestionIsAnswered(example: Example) async throws {
        let run = try await Program.run(["check"] + example.arguments, input: example.input)
        #expect(run.out.contains(example.expected), "\(run.out)")
        #expect(run.status == 0)
    }

    @Test(arguments: [
        ["url", "nonsense"], ["date", "soon"], ["date", "--kind", "http", "2026-01-31"], ["feed", "-"],
        ["sitemap", "-"],
        ["robots", "/tmp/newsreel-none", "https://news.example.org/"],
    ])
    func aRefusalIsOneLineAndExitStatusOne(arguments: [String]) async throws {
        let run = try await Program.run(["check"] + arguments)
        #expect(run.status == 1)
        #expect(run.out.isEmpty)
        #expect(run.err.hasPrefix("newsreel: "))
        #expect(run.err.split(separator: "\n").count == 1)
    }

    @Test(arguments: [
        Example(
            ["url"], "{\"url\":\"x\"}\n{\"host\":\"a.news.example.co.uk\"}\n{}\n",
            "\"registrable_domain\":\"example.co.uk\""),
        Example(
            ["date"], "{\"date\":\"soon\"}\n{\"date\":\"2026-01-31T08:00:00+08:00\",\"kind\":\"feed\"}\n{\"kind\":1}\n",
            "\"epoch\":1769817600"),
        Example(
            ["robots"],
            "{}\n{\"base64\":\"\",\"agent\":\"a\",\"url\":\"https://news.example.org/\"}\n{\"base64\":\"?\"}\n",
            "\"allowed\":true"),
        Example(
            ["charset"], "[]\n{\"base64\":\"YQ==\",\"content_type\":\"text/plain; charset=utf-8\"}\n{\"base64\":1}\n",
            "\"text\":\"a\""),
        Example(
            ["html"], "{}\n{\"base64\":\"YQ==\",\"fragment\":\"div\"}\n{\"base64\":\"%\"}\n", "\"tree\":\"| \\\"a\\\"\""
        ),
        Example(
            ["html", "--tokens"], "{}\n{\"base64\":\"YQ==\"}\n{\"base64\":\"YQ==\",\"state\":\"Odd state\"}\n",
            "\"tokens\":[[\"Character\",\"a\"]]"),
        Example(
            ["feed"],
            "{\"base64\":\"YQ==\"}\n{\"base64\":\"PHJzcz48Y2hhbm5lbD48dGl0bGU+QTwvdGl0bGU+PC9jaGFubmVsPjwvcnNzPg==\"}\n{\"base64\":\"\"}\n",
            "\"title\":\"A\""),
        Example(
            ["sitemap"],
            "{\"base64\":\"YQ==\",\"url\":\"https://news.example.org/s\"}\n{\"base64\":\"PHVybHNldC8+\",\"url\":\"https://news.example.org/s\"}\n{\"base64\":\"\",\"url\":\"x\"}\n",
            "\"kind\":\"urlset\""),
        Example(
            ["conditional"],
            "{}\n{\"status\":200,\"response\":[[\"ETag\",\"\\\"a\\\"\"],[\"Cache-Control\",\"max-age=60\"]],\"received\":0,\"now\":9}\n{\"status\":200,\"response\":[[1]],\"received\":0,\"now\":1}\n",
            "\"request\":{\"If-None-Match\":\"\\\"a\\\"\"},\"fresh\":true"),
    ])
    func aBatchIsAnsweredLineByLine(example: Example) async throws {
        let run = try await Program.run(
            ["check"] + example.arguments + ["--batch", "-", "--json"], input: example.input)
        #expect(run.status == 0)
        #expect(run.lines.count == 3)
        #expect(run.lines[0].contains("\"error\":"))
        #expect(run.lines[1].contains(example.expected), "\(run.lines[1])")
        #expect(run.lines[2].contains("\"error\":"))
    }
}
