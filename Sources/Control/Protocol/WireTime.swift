package import Model

/// A time on the wire: RFC 3339 text with offset.
package struct WireTime: Sendable, Hashable, Decodable {
    package let timestamp: Timestamp

    package init(_ timestamp: Timestamp) { self.timestamp = timestamp }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let timestamp = Timestamp(rfc3339: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected an RFC 3339 time")
        }
        self.timestamp = timestamp
    }
}

extension JSONWriter {
    /// A key and a time in RFC 3339; nothing where there is none.
    mutating func optional(_ name: String, _ time: WireTime?) {
        if let time { member(name, time.timestamp) }
    }

    /// A key and a text; nothing where there is none.
    mutating func optional(_ name: String, _ text: String?) {
        if let text { member(name, text) }
    }

    /// A key and a number; nothing where there is none.
    mutating func optional(_ name: String, _ number: (some BinaryInteger)?) {
        if let number { member(name, number) }
    }

    /// A key and a flag; nothing where there is none.
    mutating func optional(_ name: String, _ flag: Bool?) {
        if let flag { member(name, flag) }
    }
}
