import Fetch
import Testing

struct HeaderListTests {
    private func list(_ text: String) -> HeaderList { HeaderList(head: Array(text.utf8)) }

    @Test func namesAreFoundWithoutRegardToCase() {
        let headers = list("HTTP/1.1 200 OK\r\nContent-TYPE: text/html\r\n\r\n")
        #expect(headers["content-type"] == "text/html")
        #expect(headers["Content-Type"] == "text/html")
        #expect(headers["content-typ"] == nil)
        #expect(headers["content-types"] == nil)
    }

    @Test func everyValueOfANameIsKeptInOrder() {
        let headers = list("HTTP/1.1 200 OK\r\nVia: a\r\nX: 1\r\nvia: b, c\r\n\r\n")
        #expect(headers.values(of: "via") == ["a", "b, c"])
        #expect(headers["via"] == "a")
        #expect(headers.map(\.name) == ["Via", "X", "via"])
        #expect(headers.count == 3)
    }

    @Test func whiteSpaceAroundAValueDoesNotBelongToIt() {
        let headers = list("HTTP/1.1 200 OK\r\nA:\t 1 2 \t\r\nB:\r\nC :3\r\n\r\n")
        #expect(headers["a"] == "1 2")
        #expect(headers["b"] == "")
        #expect(headers["c"] == "3")
    }

    @Test func aFoldedValueIsOneLine() {
        let headers = list("HTTP/1.1 200 OK\r\nA: one\r\n  two\r\n\tthree\r\nB: 2\r\n\r\n")
        #expect(headers["a"] == "one two three")
        #expect(headers["b"] == "2")
    }

    @Test func aFoldWithoutAFieldIsSkipped() {
        let headers = list("HTTP/1.1 200 OK\r\n folded\r\nA: 1\r\n\r\n")
        #expect(headers.map(\.name) == ["A"])
    }

    @Test func linesWithoutAColonAreSkipped() {
        let headers = list("HTTP/1.1 200 OK\r\nnonsense\r\nA: 1\r\n\r\n")
        #expect(headers.map(\.name) == ["A"])
    }

    @Test func bareLineFeedsEndALineToo() {
        #expect(list("HTTP/1.1 200 OK\nA: 1\nB: 2\n\n").map(\.value) == ["1", "2"])
    }

    @Test func bytesThatAreNotUTF8AreReadAsLatin1() {
        let head = Array("HTTP/1.1 200 OK\r\nA: ".utf8) + [0xe9, 0xff] + Array("\r\nB: é\r\n\r\n".utf8)
        let headers = HeaderList(head: head)
        #expect(headers["a"] == "éÿ")
        #expect(headers["b"] == "é")
        #expect(headers.rawValue(of: "a") == [0xe9, 0xff])
    }

    @Test(arguments: ["", "\r\n", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\n", ":", "\r\n:\r\n", "\n:"])
    func anEmptyHeadHasNoNamedFields(_ text: String) {
        #expect(list(text)["a"] == nil)
    }

    @Test func aListCanBeMadeOfFields() {
        let headers = HeaderList([("ETag", "\"1\""), ("Age", "5")])
        #expect(headers["etag"] == "\"1\"")
        #expect(headers["age"] == "5")
        #expect(headers.count == 2)
    }

    @Test func anyBytesAreReadWithoutHarm() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var numbers = SplitMix(seed: seed)
        let alphabet: [UInt8] = Array("aA: \t\r\n".utf8) + [0, 0x80, 0xff]
        for _ in 0..<500 {
            let head = (0..<Int.random(in: 0...60, using: &numbers)).compactMap { _ in
                alphabet.randomElement(using: &numbers)
            }
            let headers = HeaderList(head: head)
            #expect(
                headers.allSatisfy { !$0.value.hasPrefix(" ") && !$0.value.contains("\n") }, "seed \(seed): \(head)")
        }
    }
}
