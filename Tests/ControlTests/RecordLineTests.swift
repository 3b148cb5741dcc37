import ControlProtocol
import Testing

@Suite struct RecordLineTests {
    @Test func aRecordsBytesStayAsTheyAre() throws {
        let json = Array("{\"b\" : 1.50, \"a\":\"}\\\"{,\", \"record\":[{},[]]}".utf8)
        let line = RecordLine.record(cursor: "x:\"1\"", json: json)
        #expect(try RecordLine(line: line.line) == line)
        #expect(line.line.filter { $0 == UInt8(ascii: "\n") }.count == 1)
    }

    @Test func aRecordsOwnLineFeedIsNotDoubled() {
        let line = RecordLine.record(cursor: "1", json: Array("{}\n".utf8)).line
        #expect(String(decoding: line, as: UTF8.self) == "{\"schema\":1,\"cursor\":\"1\",\"record\":{}}\n")
    }

    @Test func whatIsMissingIsCounted() throws {
        #expect(try RecordLine(line: RecordLine.missed(bytes: 12).line) == .missed(bytes: 12))
    }

    @Test func anErrorInTheStreamIsThrown() {
        #expect(throws: ErrorReport(.stopping, "the daemon stops")) {
            try RecordLine(line: ErrorReport(.stopping, "the daemon stops").line)
        }
    }

    @Test(arguments: ["", "{", "{\"cursor\":\"1\"", "{\"cursor\":\"1\",\"record\":", "{\"cursor\":\"1\\", "[1]", "nul"])
    func aLineCutShortIsRefused(text: String) {
        #expect(throws: WireError.self) { try RecordLine(line: Array(text.utf8)) }
    }

    @Test func membersAreFoundBehindAnyWhiteSpace() {
        let members = JSONMembers(Array(" {\n \"a\" : [1, 2] ,\t\"b\":\"x\\u0041\" } ".utf8))
        #expect(members["a"].map { String(decoding: $0, as: UTF8.self) } == "[1, 2]")
        #expect(members["b"].flatMap { JSONMembers.text($0) } == "xA")
        #expect(members["c"] == nil)
    }
}
