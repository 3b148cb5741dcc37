/// The directives of a response's Cache-Control that matter to a client (RFC 9111, 5.2.2).
struct CacheControl: Sendable {
    var isNoStore = false
    var isNoCache = false
    var isPublic = false
    /// Seconds; zero where the value is no number. The first of several counts.
    var maximumAge: Int64?

    /// All lines together. Names in any case; unknown directives say nothing.
    init(_ lines: [String]) {
        for line in lines {
            for directive in CacheControl.split(Array(line.utf8)) { add(directive) }
        }
    }

    private mutating func add(_ directive: ArraySlice<UInt8>) {
        let equals = directive.firstIndex(of: UInt8(ascii: "=")) ?? directive.endIndex
        let value = directive[equals...].dropFirst()
        switch String(decoding: HeaderText.trim(directive[..<equals]).map(HeaderText.lowercase), as: UTF8.self) {
        case "no-store": isNoStore = true
        // With field names it restricts those fields alone.
        case "no-cache" where value.isEmpty: isNoCache = true
        case "public": isPublic = true
        case "max-age":
            if maximumAge == nil {
                maximumAge = HeaderText.leadingSeconds(HeaderText.unquote(HeaderText.trim(value))) ?? 0
            }
        default: break
        }
    }

    /// At commas that are not inside quotes.
    private static func split(_ line: [UInt8]) -> [ArraySlice<UInt8>] {
        var directives: [ArraySlice<UInt8>] = []
        var start = 0
        var isQuoted = false
        for index in line.indices {
            switch line[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted:
                directives.append(line[start..<index])
                start = index + 1
            default: break
            }
        }
        return directives + [line[start...]]
    }
}
