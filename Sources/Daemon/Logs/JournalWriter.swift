internal import Logging
internal import Model
internal import Posix
internal import Synchronization

/// Writes events in the journal's native protocol: a datagram of fields for each.
///
/// The form is that of systemd's "Native Journal Protocol": `NAME=value` and a line feed. Values here never have a line feed of their own,
/// and are bounded, so that neither the long form nor a memory file is needed.
final class JournalWriter: Sendable {
    private let socket: DatagramSocket
    /// How many events the journal did not take since the last one that it took.
    private let lost = Mutex(0)

    /// - Parameter path: of the socket.
    init(path: String) throws(SystemError) { socket = try DatagramSocket(to: path) }

    /// False where the datagram cannot go this way at all.
    ///
    /// A journal that takes nothing for a quarter of a second never holds the daemon back further: the event is dropped and counted,
    /// and the next that passes says how many were.
    func write(_ entry: LogEntry) -> Bool {
        lost.withLock { lost in
            do throws(SystemError) {
                if lost > 0 {
                    try socket.send(JournalWriter.fields(JournalWriter.gap(lost)), patience: .zero)
                    lost = 0
                }
                try socket.send(JournalWriter.fields(entry))
                return true
            } catch {
                guard error.isFull else { return false }
                lost += 1
                return true
            }
        }
    }

    /// The datagram of an event.
    static func fields(_ entry: LogEntry) -> [UInt8] {
        var text = "MESSAGE=\(entry.text)\nPRIORITY=\(entry.level.priority)\nSYSLOG_IDENTIFIER=newsreeld\n"
        if let event = entry.event { text += "MESSAGE_ID=\(event.messageID)\n" }
        if !entry.file.isEmpty {
            text += "CODE_FILE=\(entry.file)\nCODE_LINE=\(entry.line)\nCODE_FUNC=\(LogText.safe(entry.function))\n"
        }
        for field in entry.fields + entry.hidden {
            text += "NEWSREEL_\(name(field.name))=\(field.value)\n"
        }
        return Array(text.utf8)
    }

    /// A field's name as the journal takes it: capitals, digits and underscores, at most 64 with the prefix.
    static func name(_ name: String) -> String {
        String(
            name.utf8.prefix(55).map { byte -> Character in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"): Character(UnicodeScalar(byte - 32))
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                    Character(UnicodeScalar(byte))
                default: "_"
                }
            })
    }

    private static func gap(_ count: Int) -> LogEntry {
        LogEntry(level: .warning, words: "\(count) lines of the log are missing here: the journal did not take them")
    }
}
