/// A run of octets that is looked for in a path, by Knuth, Morris and Pratt: no octet of the path is read twice.
struct RobotsLiteral: Sendable {
    let bytes: [UInt8]
    /// For each prefix, the length of the longest proper prefix that is also its end.
    private let borders: [Int32]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var borders = [Int32](repeating: 0, count: bytes.count)
        var length = 0
        for index in bytes.indices.dropFirst() {
            while length > 0, bytes[index] != bytes[length] { length = Int(borders[length - 1]) }
            if bytes[index] == bytes[length] { length += 1 }
            borders[index] = Int32(length)
        }
        self.borders = borders
    }

    /// Where the first occurrence at or after `start` ends.
    func end(in path: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard !bytes.isEmpty else { return start }
        guard path.count - start >= bytes.count else { return nil }
        var matched = 0
        for index in start..<path.count {
            while matched > 0, path[index] != bytes[matched] { matched = Int(borders[matched - 1]) }
            if path[index] == bytes[matched] { matched += 1 }
            if matched == bytes.count { return index + 1 }
        }
        return nil
    }
}
