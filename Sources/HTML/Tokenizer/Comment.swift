extension Tokenizer {
    /// The comment states, behind "<!--".
    ///
    /// A comment ends with `-->` or `--!>`, or right after its start with `>` or `->`; at the end of the input dashes that
    /// might have begun an end are not part of it.
    mutating func readComment(_ start: UnsafePointer<UInt8>) {
        if start.pointee == UInt8(ascii: ">") { return emitComment(start, start, false, resumeAt: start + 1) }
        if start[0] == UInt8(ascii: "-"), start[1] == UInt8(ascii: ">") {
            return emitComment(start, start, false, resumeAt: start + 2)
        }
        var position = start
        var hasNull = false
        while true {
            position = Scan.next(UInt8(ascii: "-"), from: position)
            if position.pointee == 0 {
                if position >= end { return emitComment(start, position, hasNull, resumeAt: end) }
                hasNull = true
                position += 1
                continue
            }
            let dashes = position
            while position.pointee == UInt8(ascii: "-") { position += 1 }
            if position >= end {
                let excluded = min(2, position - dashes)
                return emitComment(start, position - excluded, hasNull, resumeAt: end)
            }
            guard position - dashes >= 2 else { continue }
            if position.pointee == UInt8(ascii: ">") {
                return emitComment(start, position - 2, hasNull, resumeAt: position + 1)
            }
            guard position.pointee == UInt8(ascii: "!") else { continue }
            if position[1] == UInt8(ascii: ">") {
                return emitComment(start, position - 2, hasNull, resumeAt: position + 2)
            }
            if position + 1 >= end { return emitComment(start, position - 2, hasNull, resumeAt: end) }
        }
    }
}
