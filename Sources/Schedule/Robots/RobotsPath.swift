internal import Model

/// The one form in which paths and patterns are compared, octet by octet (RFC 9309, 2.2.2).
///
/// Escapes of unreserved characters are resolved, all others are in upper case; octets that no URL may have, and the three
/// that would be ambiguous (`*`, `$` and `'`), are always escaped.
enum RobotsPath {
    static func normalise(_ path: some Collection<UInt8>) -> [UInt8] {
        var normal: [UInt8] = []
        normal.reserveCapacity(path.count)
        var index = path.startIndex
        while index != path.endIndex {
            let byte = path[index]
            index = path.index(after: index)
            if byte == UInt8(ascii: "%"), let escaped = PercentEncoding.escape(path[index...]) {
                index = path.index(index, offsetBy: 2)
                append(escaped, isEscaped: true, to: &normal)
            } else {
                append(byte, isEscaped: false, to: &normal)
            }
        }
        return normal
    }

    private static func append(_ byte: UInt8, isEscaped: Bool, to normal: inout [UInt8]) {
        if isEscaped ? isUnreserved(byte) : !mustEscape(byte) {
            normal.append(byte)
        } else {
            PercentEncoding.append(byte, to: &normal)
        }
    }

    /// RFC 3986, 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func mustEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F...0xFF: true
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "*"),
            UInt8(ascii: "$"), UInt8(ascii: "'"):
            true
        default: false
        }
    }
}
