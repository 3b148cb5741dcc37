/// A path pattern with `*` for any octets and a final `$` for the end (RFC 9309, 2.2.3).
struct RobotsPattern: Sendable {
    /// What must stand at the start; normalised.
    private let start: [UInt8]
    /// What must follow, somewhere, in this order; between them any octets. The last may be empty.
    private let rest: [RobotsLiteral]
    private let isAnchored: Bool
    /// Octets of the normalised pattern; the longer pattern is the more specific.
    let length: Int

    init(_ text: some BidirectionalCollection<UInt8>) {
        isAnchored = text.last == UInt8(ascii: "$")
        let pieces = (isAnchored ? text.dropLast() : text[...])
            .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
            .map { RobotsPath.normalise($0) }
        start = pieces.first ?? []
        // Empty pieces between stars say nothing; an empty last one says that the end is anywhere.
        rest = pieces.indices.dropFirst()
            .filter { $0 == pieces.count - 1 || !pieces[$0].isEmpty }
            .map { RobotsLiteral(pieces[$0]) }
        length = pieces.reduce(pieces.count - 1 + (isAnchored ? 1 : 0)) { $0 + $1.count }
    }

    /// Whether the whole path may have to be read.
    var isSearching: Bool { !rest.isEmpty }

    /// Each literal is taken where it first occurs, so nothing is tried twice: linear in the path.
    func matches(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
        guard path.starts(with: start) else { return false }
        guard let last = rest.last else { return !isAnchored || path.count == start.count }
        var position = start.count
        for literal in rest.dropLast() {
            guard let end = literal.end(in: path, from: position) else { return false }
            position = end
        }
        guard isAnchored else { return last.end(in: path, from: position) != nil }
        return path.count - position >= last.bytes.count && path.suffix(last.bytes.count).elementsEqual(last.bytes)
    }
}
