internal import ArgumentParser
internal import Model
internal import Schedule

struct CheckConditionalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conditional",
        abstract: "Say what the next request carries, and whether the kept copy is still fresh (RFC 9111).",
        discussion: """
            A case has status, response ([[name, value], …]), received and now (seconds since 1970). Prints {"request","fresh"}.

            EXAMPLES
              echo '{"status":200,"response":[["ETag","\\"a\\""]],"received":0,"now":9}' | newsreel check conditional --batch -
            """)

    @OptionGroup var options: CheckOptions

    func validate() throws { try options.validate(hasOne: false, naming: "a batch") }

    func run() throws {
        guard let batch = options.batch else { return }
        try CheckBatch.run(batch, Case.self) { try CheckConditionalCommand.answer($0, to: &$1) }
    }

    struct Case: Decodable {
        let status: Int
        let response: [[String]]
        let received: Double
        let now: Double
    }

    private static func answer(_ question: Case, to writer: inout JSONWriter) throws {
        let headers = try question.response.map { field -> (name: String, value: String) in
            guard field.count == 2 else { throw CheckRefusal("response: a field is [name, value]") }
            return (field[0], field[1])
        }
        let kept = HTTPFreshness(
            status: question.status, headers: headers, received: try time(question.received, "received"))
        writer.key("request")
        writer.beginObject()
        for (name, value) in kept.requestValidators { writer.member(name, value) }
        writer.endObject()
        writer.member("fresh", kept.isFresh(at: try time(question.now, "now")))
    }

    private static func time(_ seconds: Double, _ name: String) throws -> Timestamp {
        guard abs(seconds) < 1e11 else { throw CheckRefusal("\(name): not a time") }
        return Timestamp(millisecondsSinceEpoch: Int64(seconds * 1000))
    }
}
