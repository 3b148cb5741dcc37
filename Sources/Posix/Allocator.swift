internal import CPosix

/// The memory allocator of the whole process, glibc's malloc(3).
package enum Allocator {
    /// Bounds the arenas that threads allocate from; an allocator that refuses goes on as before.
    ///
    /// glibc allows eight a core, and what is freed in one serves only that one: a large page on each of several threads
    /// then holds its memory several times.
    package static func limitArenas(to count: Int32) { cposix_limit_arenas(count) }
}
