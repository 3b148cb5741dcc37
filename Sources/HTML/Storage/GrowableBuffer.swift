/// A growing array of plain values that is neither checked for sharing nor for bounds.
///
/// The parser's arrays are written once per byte or tag, and an `Array` pays for both checks each time. Bounds are asserted in
/// debug builds. The memory is freed with the buffer, unless `release` has given it away.
struct GrowableBuffer<Element: BitwiseCopyable>: ~Copyable {
    /// Where the elements lie; changes whenever the buffer grows.
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(capacity, 8)
        base = .allocate(capacity: self.capacity)
    }

    init(copying elements: [Element]) {
        self.init(capacity: elements.count)
        elements.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { append(start, source.count) }
        }
    }

    deinit { base.deallocate() }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            assert(index >= 0 && index < count)
            return base[index]
        }
        nonmutating set {
            assert(index >= 0 && index < count)
            base[index] = newValue
        }
    }

    var isEmpty: Bool { @inline(__always) get { count == 0 } }

    /// The last element; the buffer is not empty.
    var last: Element { @inline(__always) get { self[count - 1] } }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(toHold: count + 1) }
        base[count] = element
        count += 1
    }

    @inline(__always)
    mutating func append(_ source: UnsafePointer<Element>, _ length: Int) {
        if capacity - count < length { grow(toHold: count + length) }
        (base + count).update(from: source, count: length)
        count += length
    }

    /// Makes room for `length` elements at the end, whose values are whatever lay there, and gives the index of the first.
    @inline(__always)
    mutating func extend(by length: Int) -> Int {
        if capacity - count < length { grow(toHold: count + length) }
        count += length
        return count - length
    }

    @inline(__always)
    mutating func removeLast() {
        assert(count > 0)
        count -= 1
    }

    /// Drops what lies behind the first `length` elements.
    @inline(__always)
    mutating func truncate(to length: Int) {
        assert(length <= count)
        count = length
    }

    mutating func removeFirst(_ number: Int) {
        assert(number <= count)
        base.update(from: base + number, count: count - number)
        count -= number
    }

    mutating func insert(_ element: Element, at index: Int) {
        append(element)
        var position = count - 1
        while position > index {
            base[position] = base[position - 1]
            position -= 1
        }
        base[index] = element
    }

    mutating func remove(at index: Int) {
        assert(index < count)
        for position in index..<(count - 1) { base[position] = base[position + 1] }
        count -= 1
    }

    /// A copy.
    var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

    /// Gives the memory to the caller, who frees it.
    consuming func release() -> UnsafeMutablePointer<Element> {
        let memory = base
        discard self
        return memory
    }

    @inline(never)
    private mutating func grow(toHold needed: Int) {
        let larger = max(needed, capacity * 2)
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        memory.update(from: base, count: count)
        base.deallocate()
        base = memory
        capacity = larger
    }
}
