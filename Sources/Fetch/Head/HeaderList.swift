/// The header fields of a response, in the order and the letter case they came in.
///
/// Names are looked up without regard to ASCII case. The bytes of the head are kept once; strings are made when asked for.
/// Source: RFC 9112 §5.
package struct HeaderList: Sendable, Sequence {
    /// One field: its name as it was written, its value without surrounding white space and folded lines.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    private let bytes: [UInt8]
    private let lines: [(name: Range<Int>, value: Range<Int>)]

    /// Reads the fields below the status line of a raw head; lines without a colon are skipped.
    package init(head: [UInt8]) {
        bytes = head
        lines = Self.lines(in: head)
    }

    /// A list of the given fields.
    package init(_ fields: [(name: String, value: String)] = []) {
        self.init(head: Array(fields.reduce(into: "HTTP/1.1 200\r\n") { $0 += "\($1.name): \($1.value)\r\n" }.utf8))
    }

    /// How many fields there are.
    package var count: Int { lines.count }

    /// The first value of a name; nil where the field is missing.
    package subscript(name: String) -> String? { rawValue(of: name).map(Self.text) }

    /// All values of a name, in order; lists inside a value are not taken apart.
    package func values(of name: String) -> [String] {
        rawValues(of: name).map(Self.text)
    }

    /// The bytes of all values of a name, in order.
    package func rawValues(of name: String) -> [ArraySlice<UInt8>] {
        lines.filter { matches($0.name, name) }.map { bytes[$0.value] }
    }

    /// The bytes of the first value of a name.
    package func rawValue(of name: String) -> ArraySlice<UInt8>? {
        lines.first { matches($0.name, name) }.map { bytes[$0.value] }
    }

    package func makeIterator() -> AnyIterator<Field> {
        var rest = lines.makeIterator()
        return AnyIterator {
            rest.next().map { Field(name: Self.text(bytes[$0.name]), value: Self.text(bytes[$0.value])) }
        }
    }

    private func matches(_ range: Range<Int>, _ name: String) -> Bool {
        range.count == name.utf8.count
            && zip(bytes[range], name.utf8).allSatisfy { ASCII.lowercase($0) == ASCII.lowercase($1) }
    }

    /// Text of a value: UTF-8 where it is that, else each byte as one character (Latin-1, so that no byte is lost).
    private static func text(_ value: ArraySlice<UInt8>) -> String {
        let unfolded = value.contains(ASCII.lineFeed) ? unfold(value) : value
        return String(validating: unfolded, as: UTF8.self)
            ?? String(String.UnicodeScalarView(unfolded.map { Unicode.Scalar($0) }))
    }

    /// A value that was folded over several lines becomes one line (RFC 9112 §5.2).
    private static func unfold(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        value.split { ASCII.isLineEnd($0) }.map { ASCII.trim($0) }.joined(separator: [ASCII.space]).reduce(into: []) {
            $0.append($1)
        }
    }
}

extension HeaderList {
    private static func lines(in head: [UInt8]) -> [(name: Range<Int>, value: Range<Int>)] {
        var found: [(name: Range<Int>, value: Range<Int>)] = []
        var position = (head.firstIndex(of: ASCII.lineFeed) ?? head.endIndex - 1) + 1
        while position < head.endIndex {
            let end = head[position...].firstIndex(of: ASCII.lineFeed) ?? head.endIndex
            let line = position..<end
            position = end + 1
            if let first = head[line].first, ASCII.isBlank(first) {
                guard let last = found.popLast() else { continue }
                let value = ASCII.trim(head[last.value.lowerBound..<end])
                found.append((last.name, value.startIndex..<value.endIndex))
            } else if let colon = head[line].firstIndex(of: ASCII.colon) {
                let name = ASCII.trim(head[line.lowerBound..<colon])
                let value = ASCII.trim(head[colon + 1..<end])
                found.append((name.startIndex..<name.endIndex, value.startIndex..<value.endIndex))
            }
        }
        return found
    }
}
