/// Counts of the bytes of a page beyond ASCII, of the first 32 KiB of them.
struct ByteShape {
    private static let maximumHighBytes = 32 << 10

    private(set) var highBytes = 0
    /// Those that stand beside another one.
    private(set) var pairedBytes = 0
    /// Whole characters of UTF-8 beyond ASCII, and broken ones.
    private(set) var utf8Characters = 0
    private(set) var utf8Errors = 0

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { count($0) }
    }

    private mutating func count(_ input: UnsafeBufferPointer<UInt8>) {
        guard let base = input.baseAddress else { return }
        let end = base + input.count
        var next = base
        while next < end, highBytes < ByteShape.maximumHighBytes {
            next = UTF8Scan.skipASCII(next, end)
            let start = next
            while next < end, next.pointee >= 0x80 { next += 1 }
            let run = UnsafeBufferPointer(start: start, count: next - start)
            highBytes += run.count
            if run.count > 1 { pairedBytes += run.count }
            count(run: run, isLast: next == end)
        }
    }

    private mutating func count(run: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        var position = 0
        while position < run.count {
            let length = UTF8Scan.characterLength(run, at: position)
            if length > 0 {
                utf8Characters += 1
                position += length
                continue
            }
            position += UTF8Scan.brokenLength(run, at: position)
            // A page may be cut in the middle of its last character.
            if !isLast || position < run.count { utf8Errors += 1 }
        }
    }

    /// How unlikely it is that another charset looks like this: a character of n bytes counts n - 1.
    private var utf8Weight: Int { utf8Errors == 0 ? highBytes - utf8Characters : 0 }

    /// Whether nearly all the characters are UTF-8.
    var isNearlyUTF8: Bool {
        utf8Errors == 0 ? utf8Characters > 0 : utf8Characters >= 20 && utf8Errors * 50 < utf8Characters
    }

    /// Whether the bytes are UTF-8, though another charset was declared that left so many bytes undecoded.
    ///
    /// Pairs alone say nothing against a charset whose characters are pairs.
    func isUTF8(despite replacements: Int, pairsMayBe: Bool = false) -> Bool {
        if pairsMayBe, replacements == 0, utf8Characters * 2 == highBytes { return false }
        return isNearlyUTF8 && (utf8Errors > 0 || utf8Weight >= 4 || utf8Weight >= 2 && replacements > 0)
    }
}
