internal import CPosix

/// The memory allocator of the whole process, glibc's malloc(3).
package enum Allocator {
    /// Bounds the arenas that threads allocate from; an allocator that refuses goes on as before.
    ///
    /// glibc allows eight a core, and what is freed in one serves only that one: a large page on each of several threads
    /// then holds its memory several times.
    package static func limitArenas(to count: Int32) { cposix_limit_arenas(count) }

    /// Gives the kernel what the process holds and may never use again: freed memory, and the pages of program text that are mapped.
    ///
    /// Start-up and work touch much code that a daemon at rest does not need; what is needed after all comes back from the page cache,
    /// some tenths of a millisecond a mebibyte.
    package static func giveBackMemory() { cposix_give_back_memory() }
}
