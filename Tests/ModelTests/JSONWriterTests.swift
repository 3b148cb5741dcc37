import Foundation
import Model
import Testing

@Suite struct JSONWriterTests {
    @Test func controlCharactersAndQuotesAreEscaped() {
        var writer = JSONWriter()
        writer.value("a\"\\\u{0}\u{1F}\n\t\u{7F}汉字")
        #expect(writer.string == #""a\"\\\u0000\u001f\n\t\u007f汉字""#)
    }

    @Test func charactersThatEndLinesElsewhereAreEscaped() {
        var writer = JSONWriter()
        writer.value("a\u{85}b\u{2028}c\u{2029}d\u{A0}e\u{2026}")
        #expect(writer.string == "\"a\\u0085b\\u2028c\\u2029d\u{A0}e\u{2026}\"")
    }

    @Test func commasStandBetweenMembersAndNowhereElse() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("a", 1)
        writer.key("b")
        writer.beginArray()
        writer.value(true)
        writer.null()
        writer.endArray()
        writer.member("c", ["x", "y"])
        writer.endObject()
        #expect(writer.string == #"{"a":1,"b":[true,null],"c":["x","y"]}"#)
    }

    @Test func everyScalarSurvivesFoundationsReader() throws {
        let text = String(String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init)))
        var writer = JSONWriter()
        writer.value([text])
        #expect(try JSONDecoder().decode([String].self, from: Data(writer.bytes)) == [text])
    }
}
