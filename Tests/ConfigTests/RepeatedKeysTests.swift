import Testing

@testable import Config

@Suite struct RepeatedKeysTests {
    private func mark(_ key: String, _ line: Int, _ column: Int, _ text: String) -> (FilePosition?, String) {
        var text = text
        let position = RepeatedKeys.mark(key, after: FilePosition(line: line, column: column), in: &text)
        return (position, text)
    }

    @Test func theSecondKeyIsMarkedAtItsLength() {
        let (position, text) = mark("a", 1, 1, "a: 1\nb: 2\na : 3\n")
        #expect(position == FilePosition(line: 3, column: 1))
        #expect(text == "a: 1\nb: 2\n\u{E000} : 3\n")
        #expect(RepeatedKeys.isMarked("\u{E000}"))
        #expect(!RepeatedKeys.isMarked("a"))
    }

    @Test func aQuotedKeyIsTheSameKey() {
        #expect(mark("key", 1, 1, "key: 1\n'key': 2").0 == FilePosition(line: 2, column: 1))
        #expect(mark("key", 1, 1, "key: 1\n\"key\": 2").1 == "key: 1\n\"\u{E000}ey\": 2")
    }

    @Test func aKeyOfAnotherBlockIsNoRepetition() {
        #expect(mark("b", 2, 3, "a:\n  b: 1\nc:\n  b: 2").0 == nil)
        #expect(mark("b", 2, 3, "a:\n  b: 1\n    # b: 0\n\n  b: 2").0 == FilePosition(line: 5, column: 3))
    }

    @Test func aLongerKeyIsNoRepetition() {
        #expect(mark("a", 1, 1, "a: 1\nab: 2").0 == nil)
        #expect(mark("a", 1, 1, "a: 1\na").0 == nil)
        #expect(mark("a", 1, 1, "a: 1\n'a").0 == nil)
        #expect(mark("", 1, 1, "a: 1\nb: 2").0 == nil)
    }

    @Test func aMarkBeyondTheTextIsBorne() {
        #expect(mark("a", 9, 1, "a: 1").0 == nil)
    }
}
