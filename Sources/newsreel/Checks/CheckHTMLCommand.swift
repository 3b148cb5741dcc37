internal import ArgumentParser
internal import Decode
internal import HTML
internal import Model

struct CheckHTMLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "html",
        abstract: "Print the tree of a page, or with --tokens its tokens, as the html5lib tests have them.",
        discussion: """
            A case has base64 (UTF-8), and may have scripting and fragment; with --tokens it may have state and last_start_tag.

            EXAMPLES
              newsreel check html page.html
              newsreel check html cell.html --fragment td
              newsreel check html page.html --tokens
            """)

    @Argument(help: "A page; - is standard input.", completion: .file())
    var file: String?

    @Option(help: ArgumentHelp("Parse a fragment of this element, such as div or 'svg path'.", valueName: "context"))
    var fragment: String?

    @Flag(help: "Parse as if scripts would run.")
    var scripting = false

    @Flag(help: "Print the tokens.")
    var tokens = false

    @OptionGroup var options: CheckOptions

    func validate() throws { try options.validate(hasOne: file != nil, naming: "a file") }

    func run() throws {
        if let batch = options.batch {
            let answer = tokens ? CheckHTMLCommand.tokens : CheckHTMLCommand.tree
            return try CheckBatch.run(batch, Case.self) { try answer($0, &$1) }
        }
        guard let file else { return }
        var question = Case(utf8: CheckHTMLCommand.utf8(try InputFile.read(file)))
        question.scripting = scripting
        question.fragment = fragment
        if tokens || options.global.json {
            let answer = tokens ? CheckHTMLCommand.tokens : CheckHTMLCommand.tree
            return try Output.standard.write(CheckBatch.object { try answer(question, &$0) })
        }
        try Output.standard.write(TreeFormat.write(CheckHTMLCommand.document(question)).utf8)
    }

    struct Case: Decodable {
        var utf8: [UInt8]
        var scripting: Bool?
        var fragment: String?
        var state: String?
        var lastStartTag: String?

        init(utf8: [UInt8]) { self.utf8 = utf8 }

        private enum Key: String, CodingKey {
            case base64, scripting, fragment, state
            case lastStartTag = "last_start_tag"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            let bytes = try container.decode(Base64Bytes.self, forKey: .base64).bytes
            utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
            scripting = try container.decodeIfPresent(Bool.self, forKey: .scripting)
            fragment = try container.decodeIfPresent(String.self, forKey: .fragment)
            state = try container.decodeIfPresent(String.self, forKey: .state)
            lastStartTag = try container.decodeIfPresent(String.self, forKey: .lastStartTag)
        }
    }

    static func tree(_ question: Case, to writer: inout JSONWriter) throws {
        var tree = TreeFormat.write(document(question))
        if tree.last == "\n" { tree.removeLast() }
        writer.member("tree", tree)
    }

    static func tokens(_ question: Case, to writer: inout JSONWriter) throws {
        let state = question.state ?? "Data state"
        guard let json = TokenFormat.write(question.utf8, initialState: state, lastStartTag: question.lastStartTag)
        else {
            throw CheckRefusal("a tokenizer cannot begin in \"\(state)\"")
        }
        writer.key("tokens")
        writer.raw(json)
    }

    private static func document(_ question: Case) -> Document {
        let options = ParseOptions(
            scripting: question.scripting ?? false, fragment: question.fragment.map { FragmentContext($0) })
        return Document.parse(question.utf8, options: options)
    }

    /// UTF-8 as it is; any other charset is found out.
    private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        return PageDecoder.decode(bytes, contentType: nil, kind: .html).utf8
    }
}
