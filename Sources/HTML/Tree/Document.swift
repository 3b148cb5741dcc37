/// A parsed page: a tree of nodes in flat arrays, with the source they point into.
///
/// It does not change once made. What it gives as bytes is valid only while it lives. A fragment's nodes are the children of
/// the root.
@usableFromInline
package final class Document: @unchecked Sendable {  // immutable after `init`; owns its memory
    @usableFromInline let nodes: UnsafeMutablePointer<NodeRecord>
    /// The number of nodes that were made; some may not be part of the tree.
    package let count: Int
    @usableFromInline let attributeRecords: UnsafeMutablePointer<AttributeRecord>
    @usableFromInline let source: UnsafeMutablePointer<UInt8>
    @usableFromInline let decoded: UnsafeMutablePointer<UInt8>
    let tagNames: NameTable
    let attributeNames: NameTable
    package let quirksMode: QuirksMode
    package let documentType: DocumentType?
    package let isFragment: Bool
    /// The `html` element.
    package let documentElement: NodeID?
    /// The first `head` child of the document element.
    package let head: NodeID?
    /// The first `body` or `frameset` child of the document element.
    package let body: NodeID?

    init(_ parts: consuming DocumentParts) {
        nodes = parts.nodes
        count = parts.count
        attributeRecords = parts.attributes
        source = parts.source
        decoded = parts.decoded
        quirksMode = parts.quirksMode
        documentType = parts.documentType
        isFragment = parts.isFragment
        documentElement = Self.child(of: 0, parts.nodes) { $0 == .html }
        head = documentElement.flatMap { Self.child(of: $0.index, parts.nodes) { $0 == .head } }
        body = documentElement.flatMap { Self.child(of: $0.index, parts.nodes) { $0 == .body || $0 == .frameset } }
        tagNames = parts.tagNames
        attributeNames = parts.attributeNames
    }

    deinit {
        nodes.deallocate()
        attributeRecords.deallocate()
        source.deallocate()
        decoded.deallocate()
    }

    /// The tree of a page in UTF-8; bytes that are no UTF-8 stay as they are. A byte order mark is dropped.
    ///
    /// Never fails. Time and memory are linear in the input; what lies behind 64 MiB is left out.
    package static func parse(_ utf8: [UInt8], options: ParseOptions = ParseOptions()) -> Document {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let skipped = options.fragment == nil && utf8.starts(with: mark) ? mark.count : 0
        let source = utf8.withUnsafeBufferPointer { SourceBuffer(UnsafeBufferPointer(rebasing: $0[skipped...])) }
        var builder = TreeBuilder(source, options)
        builder.run()
        return Document(builder.finish())
    }

    private static func child(
        of parent: Int32, _ nodes: UnsafeMutablePointer<NodeRecord>, where matches: (Tag) -> Bool
    ) -> NodeID? {
        var node = nodes[Int(parent)].firstChild
        while node >= 0 {
            let record = nodes[Int(node)]
            if record.kind == .element, record.namespace == .html, matches(record.tag) { return NodeID(index: node) }
            node = record.next
        }
        return nil
    }
}

/// What the tree builder hands over; whoever takes it frees the memory.
struct DocumentParts: ~Copyable {
    let nodes: UnsafeMutablePointer<NodeRecord>
    let count: Int
    let attributes: UnsafeMutablePointer<AttributeRecord>
    let source: UnsafeMutablePointer<UInt8>
    let decoded: UnsafeMutablePointer<UInt8>
    let tagNames: NameTable
    let attributeNames: NameTable
    let quirksMode: QuirksMode
    let documentType: DocumentType?
    let isFragment: Bool
}
