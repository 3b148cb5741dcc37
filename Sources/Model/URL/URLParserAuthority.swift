// Authority, host and port states of the URL parser.
extension URLParser {
    /// From after `//` to the path.
    mutating func parseAuthority() throws(URLError.Reason) {
        let end = endOfAuthority()
        output.append(slash)
        output.append(slash)
        layout.usernameEnd = UInt32(output.count)
        if let sign = input[position..<end].lastIndex(of: UInt8(ascii: "@")) {
            parseCredentials(position..<sign)
            position = sign + 1
            guard position < end else { throw .missingHost }
        }
        layout.hostStart = UInt32(output.count)
        let colon = portColon(position..<end)
        try parseHost(position..<(colon ?? end), hasPort: colon != nil)
        if let colon { try parsePort(colon + 1..<end) }
        position = end
        parsePathStart()
    }

    private func endOfAuthority() -> Int {
        var index = position
        while index < input.count {
            let byte = input[index]
            if isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
            index += 1
        }
        return index
    }

    private mutating func parseCredentials(_ range: Range<Int>) {
        let colon = input[range].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
        let start = output.count
        encode(range.lowerBound..<colon, .userinfo)
        layout.usernameEnd = UInt32(output.count)
        if colon + 1 < range.upperBound {
            output.append(UInt8(ascii: ":"))
            encode(colon + 1..<range.upperBound, .userinfo)
        }
        if output.count > start { output.append(UInt8(ascii: "@")) }
    }

    /// The first colon outside brackets.
    private func portColon(_ range: Range<Int>) -> Int? {
        var isInBrackets = false
        for index in range {
            switch input[index] {
            case UInt8(ascii: "["): isInBrackets = true
            case UInt8(ascii: "]"): isInBrackets = false
            case UInt8(ascii: ":") where !isInBrackets: return index
            default: break
            }
        }
        return nil
    }

    private mutating func parseHost(_ range: Range<Int>, hasPort: Bool) throws(URLError.Reason) {
        if range.isEmpty {
            guard !scheme.isSpecial, !hasPort else { throw .missingHost }
        } else {
            try HostParser.parse(
                UnsafeBufferPointer(rebasing: input[range]), isOpaque: !scheme.isSpecial, to: &output)
        }
        layout.hostEnd = UInt32(output.count)
    }

    private mutating func parsePort(_ range: Range<Int>) throws(URLError.Reason) {
        guard !range.isEmpty else { return }
        var port = 0
        for byte in input[range] {
            guard (0x30...0x39).contains(byte) else { throw .invalidPort }
            port = port * 10 + Int(byte - 0x30)
            guard port <= 65_535 else { throw .invalidPort }
        }
        guard port != scheme.defaultPort else { return }
        output.append(UInt8(ascii: ":"))
        output.append(contentsOf: String(port).utf8)
    }
}
