/// A SHA-256 digest of a payload or of an article's normalised text.
///
/// 32 bytes; written as `sha256:` and 64 lower-case hexadecimal digits.
package struct ContentHash: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The 32 bytes of the digest.
    package let bytes: [UInt8]

    /// Takes a digest; nil unless it has 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Takes what a hash function gave: 32 bytes. A shorter sequence is filled up with zeros, of a longer one the start counts.
    package init(digest: some Sequence<UInt8>) {
        let start = Array(digest.prefix(32))
        bytes = start + [UInt8](repeating: 0, count: 32 - start.count)
    }

    /// The same of what lies in memory.
    package init(digest: UnsafeRawBufferPointer) {
        bytes = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            for index in 0..<32 { buffer[index] = index < digest.count ? digest[index] : 0 }
            count = 32
        }
    }

    /// Reads `sha256:` and 64 hexadecimal digits; nil for anything else.
    package init?(_ text: String) {
        guard text.hasPrefix("sha256:"), let bytes = Hexadecimal.decode(text.utf8.dropFirst(7)) else { return nil }
        self.init(bytes: bytes)
    }

    package var description: String { "sha256:" + Hexadecimal.encode(bytes) }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = ContentHash(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected sha256: and 64 digits")
        }
        self = hash
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
