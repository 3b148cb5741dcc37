internal import struct Foundation.Data
internal import class Foundation.JSONDecoder

/// Where the members of one JSON object lie in its bytes, so that a value can be passed on as it is.
///
/// It finds the members of the outermost object alone and does not check what is inside them.
package struct JSONMembers {
    private var values: [String: ArraySlice<UInt8>] = [:]
    private var rest: ArraySlice<UInt8>

    /// Takes the members up to the first place that is not JSON.
    package init(_ bytes: [UInt8]) {
        rest = bytes[...]
        guard take(UInt8(ascii: "{")) else { return }
        repeat {
            guard let key = value(), let name = JSONMembers.text(key), take(UInt8(ascii: ":")), let value = value()
            else {
                return
            }
            values[name] = value
        } while take(UInt8(ascii: ","))
    }

    /// The bytes of a member's value, without white space around it.
    package subscript(name: String) -> ArraySlice<UInt8>? { values[name] }

    /// The text of a JSON string.
    package static func text(_ json: ArraySlice<UInt8>) -> String? {
        guard json.first == UInt8(ascii: "\""), json.last == UInt8(ascii: "\""), json.count >= 2 else { return nil }
        if !json.contains(UInt8(ascii: "\\")) {
            return String(validating: json.dropFirst().dropLast(), as: UTF8.self)
        }
        do {
            return try JSONDecoder().decode(String.self, from: Data(json))
        } catch {
            return nil
        }
    }

    private mutating func skipSpace() {
        rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func value() -> ArraySlice<UInt8>? {
        skipSpace()
        var end = rest.startIndex
        var depth = 0
        var isInString = false
        scan: while end < rest.endIndex {
            let byte = rest[end]
            if isInString {
                if byte == UInt8(ascii: "\\") { end += 1 }
                if byte == UInt8(ascii: "\"") { isInString = false }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { break scan }
                    depth -= 1
                case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x0A, 0x0D, 0x09:
                    if depth == 0 { break scan }
                default: break
                }
            }
            end += 1
        }
        guard end <= rest.endIndex, end > rest.startIndex, depth == 0, !isInString else { return nil }
        defer { rest = rest[end...] }
        return rest[..<end]
    }
}
