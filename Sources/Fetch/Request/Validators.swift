/// What a response said of its version, sent back in the next request (RFC 9110 §8.8, §13.1).
package struct Validators: Sendable, Hashable, Codable {
    /// The ETag as it was written, quotes and weakness included.
    package var entityTag: String?
    /// The Last-Modified date as it was written.
    package var lastModified: String?

    package init(entityTag: String? = nil, lastModified: String? = nil) {
        self.entityTag = entityTag
        self.lastModified = lastModified
    }

    /// Whether there is nothing to ask with.
    package var isEmpty: Bool { entityTag == nil && lastModified == nil }
}
