import Glibc
import Logging
import Model
import Posix
import Testing

@testable import Daemon

/// The journal's native protocol, with a socket in the journal's place.
@Suite struct JournalWriterTests {
    private static let entry = LogEntry(
        level: .notice, words: "ready", fields: [("sources", "4"), (".source", "a b"), (OperatorEvent.key, "ready")],
        file: "Daemon/Daemon.swift", function: "run()", line: 7)

    @Test func theFieldsAreWhatTheJournalReads() {
        #expect(
            String(decoding: JournalWriter.fields(JournalWriterTests.entry), as: UTF8.self) == """
                MESSAGE=ready sources=4
                PRIORITY=5
                SYSLOG_IDENTIFIER=newsreeld
                MESSAGE_ID=e6a9b3fdcdec4de0ac98053093c64ee8
                CODE_FILE=Daemon/Daemon.swift
                CODE_LINE=7
                CODE_FUNC=run()
                NEWSREEL_SOURCES=4
                NEWSREEL_EVENT=ready
                NEWSREEL_SOURCE=a b

                """)
    }

    @Test func aForeignNameIsMadeOneThatTheJournalTakes() {
        #expect(JournalWriter.name("asked-by.é") == "ASKED_BY___")
        #expect(JournalWriter.name(String(repeating: "a", count: 80)).count == 55)
    }

    @Test func noValueCanForgeAField() {
        let entry = LogEntry(level: .info, words: "a\nPRIORITY=0", fields: [("url", "x\nMESSAGE_ID=0")])
        let lines = String(decoding: JournalWriter.fields(entry), as: UTF8.self).split(separator: "\n")
        #expect(lines.allSatisfy { !$0.hasPrefix("PRIORITY=0") && !$0.hasPrefix("MESSAGE_ID=") }, "\(lines)")
    }

    @Test func everyEventHasAnIDOfItsOwn() {
        let ids = OperatorEvent.allCases.map(\.messageID)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{32}/) != nil })
    }

    @Test func anEventIsOneDatagram() throws {
        let journal = try Journal()
        let writer = try JournalWriter(path: journal.path)
        #expect(writer.write(JournalWriterTests.entry))
        #expect(journal.take()?.hasPrefix("MESSAGE=ready sources=4\n") == true)
    }

    @Test func aJournalThatTakesNothingIsNotWaitedForAndTheGapIsTold() throws {
        let journal = try Journal()
        let writer = try JournalWriter(path: journal.path)
        // The queue of a socket that nobody reads is short (net.unix.max_dgram_qlen).
        let other = try DatagramSocket(to: journal.path)
        #expect(throws: SystemError.self) {
            for _ in 0..<1_000_000 { try other.send([1], patience: .zero) }
        }
        #expect(writer.write(JournalWriterTests.entry), "dropped, and counted")
        #expect(writer.write(JournalWriterTests.entry), "another one")
        while journal.take() != nil {}
        #expect(writer.write(JournalWriterTests.entry))
        #expect(journal.take()?.hasPrefix("MESSAGE=2 lines of the log are missing here") == true)
        #expect(journal.take()?.hasPrefix("MESSAGE=ready") == true)
    }

    @Test func withoutAJournalTheLineGoesAnotherWay() throws {
        let journal = try Journal()
        let writer = try JournalWriter(path: journal.path + "-gone")
        #expect(!writer.write(JournalWriterTests.entry))
    }

    @Test func aJournalThatWasStartedAgainIsFound() throws {
        let first = try Journal()
        let writer = try JournalWriter(path: first.path)
        #expect(writer.write(JournalWriterTests.entry))
        let second = try Journal(at: first.path)
        #expect(writer.write(JournalWriterTests.entry))
        #expect(second.take()?.hasPrefix("MESSAGE=ready") == true)
    }
}

/// A socket where the journal's would be; reading never waits.
private final class Journal {
    let path: String
    private let descriptor: Descriptor

    init(at path: String = "/tmp/newsreel-journal-\(getpid())-\(UInt64.random(in: 0 ... .max))") throws {
        self.path = path
        unlink(path)
        let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        descriptor = Descriptor(owning: number, name: path)
        var name = try SocketName(path)
        let result = name.withSocketAddress { bind(number, $0, $1) }
        guard result == 0 else { throw SystemError("bind", path) }
    }

    deinit { unlink(path) }

    /// The next datagram; nil where there is none.
    func take() -> String? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor.number, &buffer, buffer.count, 0)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
}
