import Testing

@testable import Extract

@Suite struct JSONReaderTests {
    private func text(_ json: String, _ path: StaticString...) -> String? {
        reading(json) { bytes in
            var value = JSONReader.read(bytes).first
            for key in path { value = value?[key] }
            return value?.text
        }
    }

    @Test func aMemberIsReadByItsKey() {
        #expect(text(#"{"a":{"b":"c"}}"#, "a", "b") == "c")
    }

    @Test func escapesAreResolved() {
        #expect(text(#"{"a":"x\u4e2d\ud83d\ude00\"\\\/\n."}"#, "a") == "x中😀\"\\/ .")
    }

    @Test func aLoneSurrogateIsReplaced() {
        #expect(text(#"{"a":"x\ud83dy"}"#, "a") == "x\u{FFFD}y")
    }

    @Test func anEscapeCutShortStays() {
        #expect(text(#"{"a":"\u12"}"#, "a") == "u12")
    }

    @Test func aTrailingCommaIsPassedOver() {
        #expect(text(#"{"a":"b",}"#, "a") == "b")
        #expect(reading("[1,2,]") { JSONReader.read($0).first?.elements.count } == 2)
    }

    @Test func aMissingCommaIsPassedOver() {
        #expect(text("{\"a\":\"b\"\n\"c\":\"d\"}", "c") == "d")
    }

    @Test func lineBreaksInsideStringsArePartOfThem() {
        #expect(text("{\"a\":\"b\nc\"}", "a") == "b c")
    }

    @Test func quotesInsideStringsArePartOfThem() {
        #expect(text(#"{"a":"he said "no" to it","c":"d"}"#, "a") == #"he said "no" to it"#)
        #expect(text(#"{"a":"he said "no" to it","c":"d"}"#, "c") == "d")
    }

    @Test func anEndThatComesTooEarlyKeepsWhatWasRead() {
        #expect(text(#"{"a":"b","c":"d"#, "a") == "b")
        #expect(text(#"{"a":"b","c":"d"#, "c") == "d")
    }

    @Test func commentsAndWrappersArePassedOver() {
        #expect(text("<!-- //<![CDATA[ {/* x */\"a\":\"b\"} //]]> -->", "a") == "b")
    }

    @Test func severalValuesInARowAreAllRead() {
        #expect(reading(#"{"a":"1"}{"a":"2"};[3]"#) { JSONReader.read($0).count } == 3)
    }

    @Test func strayBracketsDoNotStopTheObject() {
        #expect(text(#"{]"a":"b"}"#, "a") == "b")
        #expect(text(#"{a:1,"b":"c"}"#, "b") == "c")
    }

    @Test func wordsThatAreNoValuesAreNull() {
        #expect(text(#"{"a":undefined,"b":"c"}"#, "b") == "c")
        #expect(text(#"{"a":undefined,"b":"c"}"#, "a") == nil)
    }

    @Test func numbersAreTextAsWritten() {
        #expect(text(#"{"a":-12.5e3}"#, "a") == "-12.5e3")
    }

    @Test func markupAloneGivesNothing() {
        #expect(reading("<b>no</b>") { JSONReader.read($0).isEmpty })
    }

    @Test(.timeLimit(.minutes(1))) func nestingIsBounded() {
        let deep = String(repeating: "[", count: 200_000)
        #expect(reading(deep) { JSONReader.read($0).count } >= 1)
    }

    @Test(.timeLimit(.minutes(1))) func quotesWithoutEndTakeLinearTime() {
        let quotes = "{\"a\":" + String(repeating: "\" ", count: 200_000)
        #expect(reading(quotes) { JSONReader.read($0).count } == 1)
    }
}
