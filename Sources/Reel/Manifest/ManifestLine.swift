internal import Crypto
package import Model

/// One line of a reel's manifest: what became of a segment, chained to the line before.
///
/// The chain value is SHA-256 of the 32 bytes of the one before (zeros before the first line) and of the line's own bytes up to
/// `,"chain"`. So no line can be changed, taken out or put in without changing every value after it. docs/reel-format.md.
package struct ManifestLine: Sendable, Equatable {
    package enum Event: String, Sendable {
        /// The manifest's first line; `length` bytes were in sealed segments by then and are entered afterwards.
        case begun
        /// The segment will not be written again.
        case sealed
        /// A repair changed the sealed segment; the digest is that of what it is now.
        case repaired
        /// Retention removes the segment; the digest is the one that it was sealed with.
        case retired
    }

    package let event: Event
    /// The segment's base offset.
    package let base: Offset
    /// Its bytes that belong to the reel.
    package let length: UInt64
    /// SHA-256 of these bytes, in hexadecimal digits; empty in the first line.
    package let digest: String
    /// When the line was written.
    package let time: Timestamp

    /// The first offset after the segment.
    var end: Offset { Offset(rawValue: base.rawValue + length) }

    /// The line's text up to the chain.
    private var body: String {
        "{\"schema\":1,\"event\":\"\(event.rawValue)\",\"base\":\(base.rawValue),\"length\":\(length),"
            + "\"sha256\":\"\(digest)\",\"time\":\"\(time.rfc3339)\""
    }

    /// The whole line with its line feed, and its chain value.
    func text(after previous: Chain) -> (line: String, chain: Chain) {
        let chain = previous.next(body)
        return (body + ",\"chain\":\"\(chain.description)\"}\n", chain)
    }
}

/// A value of the chain that runs through a manifest.
struct Chain: Equatable, Sendable, CustomStringConvertible {
    private let bytes: [UInt8]

    /// Before the first line.
    static let start = Chain(bytes: [UInt8](repeating: 0, count: 32))

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// The 64 hexadecimal digits; nil for anything else.
    init?(digits: some StringProtocol) {
        guard digits.utf8.count == 64, let bytes = Hexadecimal.decode(Array(digits.utf8)) else { return nil }
        self.bytes = bytes
    }

    func next(_ text: some StringProtocol) -> Chain {
        var hash = SHA256()
        hash.update(data: bytes)
        hash.update(data: Array(text.utf8))
        return Chain(bytes: Array(hash.finalize()))
    }

    var description: String { Hexadecimal.encode(bytes) }
}

extension ManifestLine {
    /// Reads a line without its line feed, and proves its chain value; nil unless it is one that ``text(after:)`` would write.
    static func read(_ text: Substring, after previous: Chain) -> (line: ManifestLine, chain: Chain)? {
        guard let line = fields(of: text) else { return nil }
        let (whole, chain) = line.text(after: previous)
        return whole.dropLast() == text ? (line, chain) : nil
    }

    /// What a line says, whether it is true or not.
    static func fields(of text: Substring) -> ManifestLine? {
        var fields: [Substring: Substring] = [:]
        for member in text.dropFirst().dropLast().split(separator: ",") {
            let parts = member.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            fields[parts[0].dropFirst().dropLast()] = parts[1]
        }
        guard let event = fields["event"].flatMap({ Event(rawValue: unquoted($0)) }),
            let base = fields["base"].flatMap({ UInt64($0) }), let length = fields["length"].flatMap({ UInt64($0) }),
            base <= .max - length, let digest = fields["sha256"].map({ unquoted($0) }),
            let time = fields["time"].flatMap({ Timestamp(rfc3339: unquoted($0)) })
        else { return nil }
        return ManifestLine(event: event, base: Offset(rawValue: base), length: length, digest: digest, time: time)
    }

    private static func unquoted(_ text: Substring) -> String { String(text.dropFirst().dropLast()) }
}
