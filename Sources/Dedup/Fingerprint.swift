internal import Crypto
package import Model

/// The three fingerprints that news are compared by.
///
/// Each is a function of its input alone and stays what it is for ever: reels keep them. Whoever changes a rule gives
/// the fingerprint another name.
package enum Fingerprint {
    /// SHA-256 of a payload as it was received and decompressed; equal payloads make a `revisit`.
    package static func payloadHash(_ payload: [UInt8]) -> ContentHash { hash(payload) }

    /// SHA-256 of the text as ``NormalizedText`` has it; equal texts make a `duplicate`.
    ///
    /// Case, white space, punctuation and the width of letters do not count.
    package static func textHash(_ text: String) -> ContentHash {
        hash(NormalizedText.utf8(of: text))
    }

    /// A 64-bit SimHash of the text; few bits differ between texts of which much is the same (``SimHash``).
    ///
    /// `language` is a language tag and so far changes nothing: the script of each character decides.
    package static func simhash(_ text: String, language: String? = nil) -> UInt64 {
        SimHash.of(text)
    }

    /// How many bits two SimHashes differ in, 0 to 64.
    package static func distance(_ left: UInt64, _ right: UInt64) -> Int { (left ^ right).nonzeroBitCount }

    private static func hash(_ bytes: [UInt8]) -> ContentHash {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return hash.finalize().withUnsafeBytes { ContentHash(digest: $0) }
    }
}
