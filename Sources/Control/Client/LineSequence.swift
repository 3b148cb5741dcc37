/// The lines of an answer, each as soon as it has come whole; a last line without line feed counts too.
package struct LineSequence: AsyncSequence, Sendable {
    package typealias Element = [UInt8]

    /// The most bytes that a line may have.
    static let maximumLineBytes = 64 << 20

    let pieces: Pieces

    package func makeAsyncIterator() -> Iterator { Iterator(pieces: pieces) }

    package struct Iterator: AsyncIteratorProtocol {
        let pieces: Pieces
        private var buffer: [UInt8] = []
        private var start = 0
        private var searched = 0
        private var isAtEnd = false

        init(pieces: Pieces) { self.pieces = pieces }

        package mutating func next() async throws -> [UInt8]? {
            while true {
                if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                    defer {
                        start = end + 1
                        searched = start
                    }
                    return Array(buffer[start..<end])
                }
                if isAtEnd { return takeRest() }
                try await fill()
            }
        }

        private mutating func fill() async throws {
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            guard buffer.count <= LineSequence.maximumLineBytes else {
                throw ControlError.protocolError("a line of more than \(LineSequence.maximumLineBytes) bytes")
            }
            if let piece = try await pieces.next() { buffer.append(contentsOf: piece) } else { isAtEnd = true }
        }

        private mutating func takeRest() -> [UInt8]? {
            guard start < buffer.count else { return nil }
            defer {
                start = buffer.count
                searched = start
            }
            return Array(buffer[start...])
        }
    }
}
