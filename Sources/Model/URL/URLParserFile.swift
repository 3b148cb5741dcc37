// File, file slash and file host states of the URL parser, with their drive letters.
extension URLParser {
    /// From after `file:`, which is written already; `base` is a file URL.
    mutating func parseFile(base: WebURL?) throws(URLError.Reason) {
        if let first = at(0), isSlash(first) {
            position += 1
            if let second = at(0), isSlash(second) {
                position += 1
                return try parseFileHost()
            }
            return parseFileSlash(base: base)
        }
        guard let base else {
            writeEmptyHost()
            startPath()
            return parsePath()
        }
        parseFileRelative(to: base)
    }

    private mutating func parseFileRelative(to base: WebURL) {
        switch at(0) {
        case nil: copyThroughQuery(base)
        case UInt8(ascii: "#"):
            copyThroughQuery(base)
            parseFragment()
        case UInt8(ascii: "?"):
            copyThroughPath(base)
            parseQuery()
        default:
            copyAuthority(base)
            startPath()
            if !startsWithDriveLetter() {
                copy(base, base.layout.path)
                shortenPath()
            }
            parsePath()
        }
    }

    /// After one slash: the base's host, and its drive where the input has none.
    private mutating func parseFileSlash(base: WebURL?) {
        guard let base else {
            writeEmptyHost()
            startPath()
            return parsePath()
        }
        copyAuthority(base)
        startPath()
        if !startsWithDriveLetter(), let drive = driveOfPath(base) { copy(base, drive) }
        parsePath()
    }

    private mutating func parseFileHost() throws(URLError.Reason) {
        var end = position
        while end < input.count, !isSlash(input[end]), input[end] != UInt8(ascii: "?"), input[end] != UInt8(ascii: "#")
        {
            end += 1
        }
        writeEmptyHost()
        // A drive letter here is no host but the path's first segment.
        if end - position == 2, isDriveLetter(position) {
            startPath()
            return parsePath()
        }
        if end > position {
            try HostParser.parse(UnsafeBufferPointer(rebasing: input[position..<end]), isOpaque: false, to: &output)
            if output[Int(layout.hostStart)...].elementsEqual("localhost".utf8) {
                output.removeSubrange(Int(layout.hostStart)...)
            }
        }
        layout.hostEnd = UInt32(output.count)
        position = end
        parsePathStart()
    }

    private mutating func writeEmptyHost() {
        output.append(slash)
        output.append(slash)
        layout.usernameEnd = UInt32(output.count)
        layout.hostStart = layout.usernameEnd
        layout.hostEnd = layout.usernameEnd
    }

    /// A letter and `:` or `|`.
    func isDriveLetter(_ index: Int) -> Bool {
        guard index + 1 < input.count, URLParser.isLetter(input[index]) else { return false }
        return input[index + 1] == UInt8(ascii: ":") || input[index + 1] == UInt8(ascii: "|")
    }

    private func startsWithDriveLetter() -> Bool {
        guard isDriveLetter(position) else { return false }
        guard let next = at(2) else { return true }
        return isSlash(next) || next == UInt8(ascii: "?") || next == UInt8(ascii: "#")
    }

    /// `/C:` at the start of the base's path.
    private func driveOfPath(_ base: WebURL) -> Range<Int>? {
        let path = base.layout.path
        guard path.count >= 3 else { return nil }
        return base.withBytes { bytes in
            let isDrive =
                URLParser.isLetter(bytes[path.lowerBound + 1]) && bytes[path.lowerBound + 2] == UInt8(ascii: ":")
                && (path.count == 3 || bytes[path.lowerBound + 3] == UInt8(ascii: "/"))
            return isDrive ? path.lowerBound..<path.lowerBound + 3 : nil
        }
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
