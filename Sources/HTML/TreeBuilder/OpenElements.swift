/// An element's name and namespace in one word: 24 bits of tag, then the namespace, then whether it is an HTML integration
/// point. An HTML element's word is the tag's number.
struct ElementKey: Equatable, BitwiseCopyable {
    let rawValue: UInt32

    static let integrationBit: UInt32 = 1 << 31

    @inline(__always)
    init(_ tag: Tag, _ namespace: Namespace = .html, isIntegrationPoint: Bool = false) {
        let point = isIntegrationPoint ? Self.integrationBit : 0
        rawValue = tag.rawValue | UInt32(namespace.rawValue) << 24 | point
    }

    var tag: Tag { Tag(rawValue: rawValue & 0xFF_FFFF) }
    var namespace: Namespace { Namespace(rawValue: UInt8(truncatingIfNeeded: rawValue >> 24 & 3)) ?? .html }
    var isHTML: Bool { rawValue < 1 << 24 }
    var isHTMLIntegrationPoint: Bool { rawValue & Self.integrationBit != 0 }

    @inline(__always)
    static func == (key: ElementKey, tag: Tag) -> Bool { key.rawValue == tag.rawValue }

    @inline(__always)
    static func != (key: ElementKey, tag: Tag) -> Bool { key.rawValue != tag.rawValue }
}

/// The stack of open elements (HTML Standard, 13.2.4.2).
///
/// It counts how often each known HTML element is on it, so that most questions about scope are answered without a search.
struct OpenElements: ~Copyable {
    struct Entry: BitwiseCopyable {
        var node: Int32
        var key: ElementKey
    }

    private(set) var entries: GrowableBuffer<Entry>
    /// By tag number; the last one is for all tags that are not known.
    private let openCounts: UnsafeMutablePointer<Int32>
    private let known: Int
    let traits = GrowableBuffer(copying: TagTable.shared.traits)

    init(capacity: Int) {
        entries = GrowableBuffer(capacity: capacity)
        known = traits.count
        openCounts = .allocate(capacity: known + 1)
        openCounts.initialize(repeating: 0, count: known + 1)
    }

    deinit { openCounts.deallocate() }

    var count: Int { @inline(__always) get { entries.count } }
    var isEmpty: Bool { @inline(__always) get { entries.isEmpty } }
    var current: Entry { @inline(__always) get { entries.last } }
    var currentKey: ElementKey { @inline(__always) get { entries.last.key } }

    @inline(__always)
    subscript(index: Int) -> Entry { entries[index] }

    @inline(__always)
    mutating func push(_ node: Int32, _ key: ElementKey) {
        entries.append(Entry(node: node, key: key))
        if key.isHTML { openCounts[min(Int(key.rawValue), known)] += 1 }
    }

    /// Takes off the current node.
    @inline(__always)
    mutating func pop() -> Entry {
        let entry = entries.last
        entries.removeLast()
        if entry.key.isHTML { openCounts[min(Int(entry.key.rawValue), known)] -= 1 }
        return entry
    }

    mutating func remove(at index: Int) {
        let key = entries[index].key
        entries.remove(at: index)
        if key.isHTML { openCounts[min(Int(key.rawValue), known)] -= 1 }
    }

    mutating func insert(_ node: Int32, _ key: ElementKey, at index: Int) {
        entries.insert(Entry(node: node, key: key), at: index)
        if key.isHTML { openCounts[min(Int(key.rawValue), known)] += 1 }
    }

    /// Puts another element in the place of one with the same name.
    func replace(at index: Int, with node: Int32) { entries[index] = Entry(node: node, key: entries[index].key) }

    /// Whether an HTML element of this name is on the stack; of an unknown name, whether any unknown one is.
    @inline(__always)
    func contains(_ tag: Tag) -> Bool { openCounts[min(Int(tag.rawValue), known)] > 0 }

    /// How many elements of a known name there are.
    func number(of tag: Tag) -> Int { Int(openCounts[Int(tag.rawValue)]) }

    /// The traits of an element; foreign elements that bound a scope are special too.
    @inline(__always)
    func traits(of key: ElementKey) -> TagTraits {
        if key.isHTML { return Int(key.rawValue) < known ? traits[Int(key.rawValue)] : [] }
        return foreignTraits(key)
    }

    @inline(never)
    private func foreignTraits(_ key: ElementKey) -> TagTraits {
        let bounds: Bool
        switch key.namespace {
        case .mathml: bounds = key.isMathMLTextIntegrationPoint || key.tag == .annotationXml
        case .svg: bounds = key.tag == .foreignObject || key.tag == .desc || key.tag == .title
        case .html: bounds = false
        }
        return bounds ? [.special, .scope, .listItemScope, .buttonScope] : []
    }

    /// Whether there is such an element above the nearest one that bounds the scope.
    @inline(__always)
    func has(_ tag: Tag, in scope: TagTraits = .scope) -> Bool {
        contains(tag) && index(of: tag, in: scope) != nil
    }

    /// The place of the nearest such element, unless something that bounds the scope lies above it.
    func index(of tag: Tag, in scope: TagTraits = .scope) -> Int? {
        var index = count - 1
        while index >= 0 {
            let key = entries[index].key
            if key == tag { return index }
            if !traits(of: key).isDisjoint(with: scope) { return nil }
            index -= 1
        }
        return nil
    }

    /// Whether an element with the trait is in scope.
    func hasAny(_ trait: TagTraits, in scope: TagTraits = .scope) -> Bool {
        var index = count - 1
        while index >= 0 {
            let traits = traits(of: entries[index].key)
            if entries[index].key.isHTML, !traits.isDisjoint(with: trait) { return true }
            if !traits.isDisjoint(with: scope) { return false }
            index -= 1
        }
        return false
    }

    /// The place of a node, searched from the top.
    func index(ofNode node: Int32) -> Int? {
        var index = count - 1
        while index >= 0, entries[index].node != node { index -= 1 }
        return index >= 0 ? index : nil
    }

    /// The place of the nearest HTML element of this name, whatever lies above it.
    func lastIndex(of tag: Tag) -> Int? {
        guard contains(tag) else { return nil }
        var index = count - 1
        while index >= 0, entries[index].key != tag { index -= 1 }
        return index >= 0 ? index : nil
    }
}

extension ElementKey {
    var isMathMLTextIntegrationPoint: Bool {
        guard namespace == .mathml else { return false }
        switch tag {
        case .mi, .mo, .mn, .ms, .mtext: return true
        default: return false
        }
    }
}
