// Relative and relative slash states.
extension URLParser {
    mutating func parseRelative(to base: WebURL) throws(URLError.Reason) {
        if let first = at(0), isSlash(first) {
            if let second = at(1), second == slash || (isSlash(second) && scheme.isSpecial) {
                copyScheme(base)
                if scheme.isSpecial { skipSlashes() } else { position += 2 }
                return try parseAuthority()
            }
            copyAuthority(base)
            startPath()
            position += 1
            return parsePath()
        }
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
            copy(base, base.layout.path)
            shortenPath()
            parsePath()
        }
    }

    /// The scheme and its colon alone.
    private mutating func copyScheme(_ base: WebURL) {
        let end = Int(base.layout.schemeEnd)
        output.removeAll(keepingCapacity: true)
        copy(base, 0..<end + 1)
        setScheme(end: end)
    }

    /// Everything before the path; without the `/.` that stands for an absent host.
    mutating func copyAuthority(_ base: WebURL) {
        output.removeAll(keepingCapacity: true)
        layout = base.layout
        copy(base, 0..<(layout.hasAuthority ? Int(layout.pathStart) : Int(layout.schemeEnd) + 1))
    }

    mutating func copyThroughPath(_ base: WebURL) {
        output.removeAll(keepingCapacity: true)
        layout = base.layout
        copy(base, 0..<Int(layout.queryStart))
    }

    mutating func copyThroughQuery(_ base: WebURL) {
        output.removeAll(keepingCapacity: true)
        layout = base.layout
        copy(base, 0..<Int(layout.fragmentStart))
    }

    mutating func copy(_ base: WebURL, _ range: Range<Int>) {
        base.withBytes { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
