/// The list of active formatting elements (HTML Standard, 13.2.4.3).
struct FormattingElements: ~Copyable {
    struct Entry: BitwiseCopyable {
        /// -1 for a marker.
        var node: Int32
        var tag: Tag

        static let marker = Entry(node: -1, tag: .none)
        var isMarker: Bool { node < 0 }
    }

    /// A page may leave markers behind without end; of too many the older half is forgotten.
    private static let maximumCount = 2048

    private(set) var entries = GrowableBuffer<Entry>(capacity: 64)

    var count: Int { @inline(__always) get { entries.count } }
    var isEmpty: Bool { @inline(__always) get { entries.isEmpty } }

    subscript(index: Int) -> Entry { entries[index] }

    mutating func append(_ node: Int32, _ tag: Tag) { append(Entry(node: node, tag: tag)) }
    mutating func appendMarker() { append(.marker) }

    private mutating func append(_ entry: Entry) {
        if count == Self.maximumCount { entries.removeFirst(Self.maximumCount / 2) }
        entries.append(entry)
    }

    mutating func remove(at index: Int) { entries.remove(at: index) }
    mutating func removeAll() { entries.truncate(to: 0) }
    func replace(at index: Int, with node: Int32) { entries[index] = Entry(node: node, tag: entries[index].tag) }

    mutating func insert(_ node: Int32, _ tag: Tag, at index: Int) {
        entries.insert(Entry(node: node, tag: tag), at: index)
    }

    /// Drops everything up to and with the last marker.
    mutating func clearToMarker() {
        while !entries.isEmpty {
            let wasMarker = entries.last.isMarker
            entries.removeLast()
            if wasMarker { return }
        }
    }

    /// The nearest element of this name behind the last marker.
    func lastIndex(of tag: Tag) -> Int? {
        var index = count - 1
        while index >= 0, !entries[index].isMarker {
            if entries[index].tag == tag { return index }
            index -= 1
        }
        return nil
    }

    func index(ofNode node: Int32) -> Int? {
        var index = count - 1
        while index >= 0, entries[index].node != node { index -= 1 }
        return index >= 0 ? index : nil
    }
}
