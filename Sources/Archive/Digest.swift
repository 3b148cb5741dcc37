internal import Crypto
package import Model

/// SHA-256 as WARC's digest fields write it: `sha256:` and lower-case hexadecimal digits.
package enum Digest {
    /// The digest of the parts one after another.
    package static func sha256(_ parts: [[UInt8]]) -> ContentHash? {
        var hash = SHA256()
        for part in parts { part.withUnsafeBytes { hash.update(bufferPointer: $0) } }
        return hash.finalize().withUnsafeBytes { ContentHash(digest: $0) }
    }
}
