internal import Yams

/// A field of an HTTP request that a source adds.
package struct RequestHeader: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

extension ValueForm<[RequestHeader]> {
    /// A mapping of field names (RFC 9110 section 5.1) to values on one line.
    static var headers: ValueForm {
        let expectation = "header fields such as {Referer: https://example.org/}"
        return ValueForm(
            expectation: expectation,
            read: { node throws(ValueProblem) in
                guard case .mapping(let mapping) = node else {
                    throw ValueProblem(code: .wrongType, message: "expected \(expectation)")
                }
                var fields: [RequestHeader] = []
                for (key, value) in mapping {
                    fields.append(try field(key, value))
                }
                return fields
            },
            write: { .mapping($0.map { ($0.name, .text($0.value)) }) })
    }

    private static func field(_ key: Node, _ value: Node) throws(ValueProblem) -> RequestHeader {
        guard let name = key.scalar?.string, !name.isEmpty, name.utf8.allSatisfy(isTokenByte) else {
            throw ValueProblem(
                message: "expected a header field's name such as Referer", position: FilePosition(key.mark))
        }
        guard let text = value.scalar?.string, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw ValueProblem(
                message: "expected a text on one line as the value of \(name)", position: FilePosition(value.mark))
        }
        return RequestHeader(name: name, value: text)
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
