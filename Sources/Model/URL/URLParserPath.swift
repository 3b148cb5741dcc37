// Path, opaque path, query and fragment states of the URL parser.
extension URLParser {
    /// After the authority.
    mutating func parsePathStart() {
        startPath()
        if let byte = at(0), isSlash(byte) {
            position += 1
            return parsePath()
        }
        if scheme.isSpecial { output.append(slash) }
        endPath()
    }

    /// From the first byte of a segment to the end of the input.
    mutating func parsePath() {
        repeat {
            let start = output.count
            output.append(slash)
            let segment = parseSegment()
            let isLast = at(0).map { !isSlash($0) } ?? true
            switch dots(in: segment) {
            case 1:
                output.removeSubrange(start...)
                if isLast { output.append(slash) }
            case 2:
                output.removeSubrange(start...)
                shortenPath()
                if isLast { output.append(slash) }
            default:
                writeDriveColon(segmentStart: start)
            }
            if isLast { break }
            position += 1
        } while true
        markAbsentHost()
        endPath()
    }

    /// Writes one segment, encoded; returns where it was read.
    private mutating func parseSegment() -> Range<Int> {
        let stop = ByteSet.pathStop
        let start = position
        var clean = position
        while position < input.count {
            let byte = input[position]
            guard stop.contains(byte) else {
                position += 1
                continue
            }
            if isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
            if byte != UInt8(ascii: "\\") {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: input[clean..<position]))
                PercentEncoding.append(byte, to: &output)
                clean = position + 1
            }
            position += 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: input[clean..<position]))
        return start..<position
    }

    /// 1 for `.`, 2 for `..`, each dot plain or as `%2e`; else 0.
    private func dots(in segment: Range<Int>) -> Int {
        guard (1...6).contains(segment.count) else { return 0 }
        var index = segment.lowerBound
        var count = 0
        while index < segment.upperBound {
            if input[index] == UInt8(ascii: ".") {
                index += 1
            } else if index + 3 <= segment.upperBound, input[index] == UInt8(ascii: "%"),
                input[index + 1] == UInt8(ascii: "2"), input[index + 2] | 0x20 == UInt8(ascii: "e")
            {
                index += 3
            } else {
                return 0
            }
            count += 1
        }
        return count <= 2 ? count : 0
    }

    /// Removes the last segment, unless it is the drive of a file path.
    mutating func shortenPath() {
        let start = Int(layout.pathStart)
        if scheme == .file, output.count == start + 3, URLParser.isLetter(output[start + 1]),
            output[start + 2] == UInt8(ascii: ":")
        {
            return
        }
        guard let last = output[start...].lastIndex(of: slash) else { return }
        output.removeSubrange(last...)
    }

    /// `C|` as a file path's first segment becomes `C:`.
    private mutating func writeDriveColon(segmentStart: Int) {
        guard scheme == .file, segmentStart == Int(layout.pathStart), output.count == segmentStart + 3,
            output[segmentStart + 2] == UInt8(ascii: "|"), URLParser.isLetter(output[segmentStart + 1])
        else { return }
        output[segmentStart + 2] = UInt8(ascii: ":")
    }

    /// A path that starts with two slashes and has no host before it would read as a host: `/.` parts them.
    private mutating func markAbsentHost() {
        let start = Int(layout.pathStart)
        guard !layout.hasAuthority, output.count > start + 1, output[start + 1] == slash else { return }
        output.insert(contentsOf: "/.".utf8, at: start)
        layout.pathStart += 2
    }

    /// A path without hierarchy; its last space is encoded where a query or fragment follows.
    mutating func parseOpaquePath() {
        startPath()
        let stop = ByteSet.opaquePathStop
        while let byte = at(0), byte != UInt8(ascii: "?"), byte != UInt8(ascii: "#") {
            position += 1
            let isLastSpace = byte == 0x20 && (at(0) == UInt8(ascii: "?") || at(0) == UInt8(ascii: "#"))
            if isLastSpace || (byte != 0x20 && stop.contains(byte)) {
                PercentEncoding.append(byte, to: &output)
            } else {
                output.append(byte)
            }
        }
        endPath()
    }

    /// The query or fragment that stands here, or the end.
    private mutating func endPath() {
        switch at(0) {
        case UInt8(ascii: "?"): parseQuery()
        case UInt8(ascii: "#"):
            layout.queryStart = UInt32(output.count)
            parseFragment()
        default:
            layout.queryStart = UInt32(output.count)
            layout.fragmentStart = layout.queryStart
        }
    }

    /// From the question mark.
    mutating func parseQuery() {
        let end = input[position...].firstIndex(of: UInt8(ascii: "#")) ?? input.count
        layout.queryStart = UInt32(output.count)
        output.append(UInt8(ascii: "?"))
        encode(position + 1..<end, scheme.isSpecial ? .specialQuery : .query)
        layout.fragmentStart = UInt32(output.count)
        position = end
        if end < input.count { parseFragment() }
    }

    /// From the number sign; the query's bounds stand already.
    mutating func parseFragment() {
        layout.fragmentStart = UInt32(output.count)
        output.append(UInt8(ascii: "#"))
        encode(position + 1..<input.count, .fragment)
    }

    mutating func encode(_ range: Range<Int>, _ set: ByteSet) {
        PercentEncoding.append(UnsafeBufferPointer(rebasing: input[range]), encoding: set, to: &output)
    }
}
