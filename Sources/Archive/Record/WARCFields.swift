/// Named fields in the order they stand in, as WARC and HTTP heads have them; names are compared without regard to case.
package struct WARCFields: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    package private(set) var all: [Field] = []

    package init() {}

    /// The first value of that name.
    package subscript(name: String) -> String? { all.first { $0.isNamed(name) }?.value }

    /// All values of that name.
    package func values(_ name: String) -> [String] { all.filter { $0.isNamed(name) }.map(\.value) }

    package mutating func append(_ name: String, _ value: String) { all.append(Field(name: name, value: value)) }

    /// Adds a field only where there is a value.
    package mutating func append(_ name: String, _ value: String?) {
        if let value { append(name, value) }
    }

    /// Adds a line to the last value (obsolete folding).
    mutating func fold(_ text: String) {
        guard let last = all.popLast() else { return }
        append(last.name, last.value + " " + text)
    }

    /// The lines with CRLF and without the empty one; line ends inside a value become spaces.
    func write(to bytes: inout [UInt8]) {
        for field in all {
            bytes.append(contentsOf: "\(field.name): ".utf8)
            bytes.append(contentsOf: field.value.utf8.map { $0 == 13 || $0 == 10 ? 32 : $0 })
            bytes.append(contentsOf: [13, 10])
        }
    }
}

extension WARCFields.Field {
    /// Whether the names are the same but for the case of ASCII letters.
    fileprivate func isNamed(_ other: String) -> Bool {
        func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
        return name.utf8.count == other.utf8.count && zip(name.utf8, other.utf8).allSatisfy { lower($0) == lower($1) }
    }
}
