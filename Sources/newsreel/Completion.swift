internal import ArgumentParser

extension CompletionKind {
    /// The ids of the sources that the daemon has; nothing where it does not answer.
    static let sourceID = CompletionKind.shellCommand(
        #"newsreel source list --json 2>/dev/null | grep -o '"id":"[^"]*"' | cut -d'"' -f4"#)
    static let reelName = CompletionKind.list(["articles", "fetches", "pages"])
    static let archive = CompletionKind.file(extensions: ["warc", "gz"])
}
