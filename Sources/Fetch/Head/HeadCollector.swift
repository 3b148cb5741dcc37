/// Puts a response's head together, line by line, within bounds.
///
/// Interim responses (1xx) are dropped once they are whole; fields after the body (trailers) are counted and dropped.
struct HeadCollector {
    /// What a line brought.
    enum Step {
        case more
        case whole(ResponseHead)
        /// The bounds are passed: the count of fields or of bytes.
        case tooLarge
    }

    let limits: HeadLimits
    private var raw: [UInt8] = []
    private var byteCount = 0
    private var lineCount = 0
    private var isWhole = false

    init(limits: HeadLimits) {
        self.limits = limits
    }

    /// Takes one line with its line end, as libcurl hands it over.
    mutating func add(_ line: UnsafeRawBufferPointer) -> Step {
        byteCount += line.count
        lineCount += 1
        // The status line and the blank line are no fields.
        guard byteCount <= limits.bytes, lineCount <= limits.fields + 2 else { return .tooLarge }
        if isWhole { return .more }
        raw.append(contentsOf: line)
        guard line.allSatisfy(ASCII.isLineEnd) else { return .more }
        guard !(100..<200).contains(ResponseHead.status(of: raw[...])) else {
            raw.removeAll(keepingCapacity: true)
            return .more
        }
        isWhole = true
        return .whole(ResponseHead(raw: raw))
    }

    /// What came of a head that never became whole.
    var partial: [UInt8] { isWhole ? [] : raw }
}
