/// A node as it lies in the document's array, 32 bytes.
@usableFromInline
struct NodeRecord: BitwiseCopyable {
    /// Numbers of other nodes; -1 is none.
    @usableFromInline var parent: Int32 = -1
    /// A text or comment has no children; a text keeps the room it has in the side buffer here, in bytes.
    @usableFromInline var firstChild: Int32 = -1
    @usableFromInline var lastChild: Int32 = -1
    @usableFromInline var previous: Int32 = -1
    @usableFromInline var next: Int32 = -1
    /// Text and comment: their data. Element: `address` is its first attribute, `length` their number.
    @usableFromInline var data: DataRange
    /// Bits 0–3 the kind, 4–5 the namespace, 6 whether it is on the stack of open elements, from 8 on the tag.
    @usableFromInline var head: UInt32

    static let openBit: UInt32 = 1 << 6

    @inline(__always)
    init(kind: NodeKind, namespace: Namespace = .html, tag: Tag = .none, data: DataRange = .empty) {
        self.data = data
        head = UInt32(kind.rawValue) | UInt32(namespace.rawValue) << 4 | tag.rawValue << 8
    }

    @inlinable @inline(__always)
    var kind: NodeKind { NodeKind(rawValue: UInt8(truncatingIfNeeded: head & 15)) ?? .document }
    @inlinable var namespace: Namespace { Namespace(rawValue: UInt8(truncatingIfNeeded: head >> 4 & 3)) ?? .html }
    @inlinable var tag: Tag { Tag(rawValue: head >> 8) }
    var isOpen: Bool { head & Self.openBit != 0 }
}

/// A node of one document.
@usableFromInline
package struct NodeID: Hashable, Sendable, BitwiseCopyable {
    /// Its index in the document's arrays. The document node is 0; the order of the others means nothing.
    @usableFromInline package let index: Int32

    @inlinable package init(index: Int32) { self.index = index }

    /// Nil for the -1 that stands for no node.
    @inlinable init?(link: Int32) {
        if link < 0 { return nil }
        index = link
    }
}

/// What a node is. The contents of a template are a child of kind `document`.
@usableFromInline
package enum NodeKind: UInt8, Sendable {
    case document, doctype, element, text, comment
}
