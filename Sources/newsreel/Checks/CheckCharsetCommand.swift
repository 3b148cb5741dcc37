internal import ArgumentParser
internal import Decode
internal import Model

struct CheckCharsetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charset",
        abstract: "Find a page's charset, and print its text.",
        discussion: """
            Prints {"charset","from","replacements","text"}. A case has base64, and may have content_type.

            EXAMPLES
              newsreel check charset page.html --content-type 'text/html; charset=gb2312' | jq -r .charset
            """)

    @Argument(help: "A page; - is standard input.", completion: .file())
    var file: String?

    @Option(help: ArgumentHelp("The page's Content-Type.", valueName: "type"))
    var contentType: String?

    @OptionGroup var options: CheckOptions

    func validate() throws { try options.validate(hasOne: file != nil, naming: "a file") }

    func run() throws {
        if let batch = options.batch {
            return try CheckBatch.run(batch, Case.self) { question, writer in
                CheckCharsetCommand.answer(question.base64.bytes, question.contentType, to: &writer)
            }
        }
        guard let file else { return }
        let bytes = try InputFile.read(file)
        try Output.standard.write(CheckBatch.object { CheckCharsetCommand.answer(bytes, contentType, to: &$0) })
    }

    struct Case: Decodable {
        let base64: Base64Bytes
        let contentType: String?

        private enum CodingKeys: String, CodingKey {
            case base64
            case contentType = "content_type"
        }
    }

    private static func answer(_ bytes: [UInt8], _ contentType: String?, to writer: inout JSONWriter) {
        let kind = PageKind(contentType: contentType, bytes: bytes)
        let page = PageDecoder.decode(bytes, contentType: contentType, kind: kind)
        writer.member("charset", page.charset.name)
        writer.member("from", page.from.rawValue)
        writer.member("replacements", page.replacements)
        writer.member("text", page.text)
    }
}
