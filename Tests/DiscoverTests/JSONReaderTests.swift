import Testing

@testable import Discover

@Suite struct JSONReaderTests {
    private func read(_ text: String) -> (value: JSONValue?, isDamaged: Bool) { JSONReader.read(Array(text.utf8)) }

    /// The value written again, members in order.
    private func text(_ value: JSONValue?) -> String {
        switch value {
        case nil: "-"
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let digits): digits
        case .string(let text): "'\(text)'"
        case .array(let elements): "[" + elements.map { self.text($0) }.joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\($0.name):\(self.text($0.value))" }.joined(separator: ",") + "}"
        }
    }

    @Test(arguments: [
        ("{}", "{}"), (" [ ] ", "[]"),
        ("{\"a\":[1,-2.5e+3,true,false,null,\"x\"]}", "{a:[1,-2.5e+3,true,false,null,'x']}"),
        ("{\"a\" : { \"b\" : \"\" } }", "{a:{b:''}}"), ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "'\"\\/\u{8}\u{C}\n\r\t'"),
        ("\"\\u4e2d\\uD83D\\uDE00\"", "'中😀'"), ("\u{FEFF}[\"é\"]", "['é']"),
    ])
    func valuesAreRead(_ source: String, _ expected: String) {
        let (value, isDamaged) = read(source)
        #expect(text(value) == expected && !isDamaged)
    }

    @Test(arguments: [
        ("{\"a\":1,\"b\":", "{a:1}"), ("{\"a\":1,\"b\":\"x", "{a:1}"), ("[1,2,3", "[1,2]"), ("[\"x\",tru", "['x']"),
        ("{\"a\":[1,{\"b\":2,\"c\"", "{a:[1,{b:2}]}"), ("", "-"), ("{\"a\" 1}", "{}"), ("[1 2]", "[1]"),
        ("[1,]", "[1]"),
    ])
    func whatStandsBeforeABreakIsKept(_ source: String, _ expected: String) {
        let (value, isDamaged) = read(source)
        #expect(text(value) == expected && isDamaged)
    }

    @Test(arguments: ["\"\\ud83d\"", "\"\\ud83d\\u0041\"", "\"\\udc00\"", "\"\\u12\"", "\"\\uzzzz\""])
    func loneSurrogatesBecomeReplacementCharacters(_ source: String) {
        guard case .string(let text)? = read(source).value else {
            Issue.record("no string")
            return
        }
        #expect(text.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test func theFirstOfEqualNamesCounts() {
        #expect(read("{\"a\":1,\"a\":2}").value?["a"]?.text == "1")
    }

    @Test func randomBytesEnd() {
        var generator = SeededGenerator(for: "randomBytesEnd")
        for _ in 0..<500 {
            let source = generator.text(
                of: ["{", "}", "[", "]", "\"", ":", ",", "\\", "u12", "1", "e", "true", " ", "é"], upTo: 40)
            let (value, isDamaged) = read(source)
            #expect(value != nil || isDamaged)
        }
    }
}
