// What every stage does to UTF-8 bytes: cutting, searching, trimming. Views are only valid while their owner lives.

internal import Glibc

/// A view of UTF-8 text that somebody else owns.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer where Element == UInt8 {
    /// The bytes of the range as a view that counts from 0; what lies behind the end is left out.
    @inline(__always)
    func cut(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range.clamped(to: 0..<count)]) }

    func cut(from start: Int) -> Bytes { cut(Swift.min(Swift.max(start, 0), count)..<count) }

    func cut(to end: Int) -> Bytes { cut(0..<Swift.max(0, Swift.min(end, count))) }

    var string: String { String(decoding: self, as: UTF8.self) }

    /// Where the needle begins at or after `start`.
    func find(_ needle: StaticString, from start: Int = 0) -> Int? {
        find(Bytes(start: needle.utf8Start, count: needle.utf8CodeUnitCount), from: start)
    }

    /// Where the needle begins at or after `start`; an empty needle is nowhere.
    func find(_ needle: Bytes, from start: Int = 0) -> Int? {
        guard let base = baseAddress, let wanted = needle.baseAddress, !needle.isEmpty, start >= 0 else { return nil }
        let last = count - needle.count
        // Ideographs have few first bytes, and many third ones.
        let pivot = needle.count > 2 && wanted[0] >= 0xE0 ? 2 : 0
        var position = start
        while position <= last,
            let hit = memchr(base + position + pivot, Int32(wanted[pivot]), last - position + 1)
        {
            position = UnsafeRawPointer(hit) - UnsafeRawPointer(base) - pivot
            if memcmp(base + position, wanted, needle.count) == 0 { return position }
            position += 1
        }
        return nil
    }

    func contains(_ needle: StaticString) -> Bool { find(needle) != nil }

    /// The first of the needles that occurs.
    func containsAny(_ needles: [StaticString]) -> Bool { needles.contains { contains($0) } }

    func has(_ needle: StaticString, at position: Int) -> Bool {
        let length = needle.utf8CodeUnitCount
        guard position >= 0, position + length <= count, let base = baseAddress else { return false }
        return memcmp(base + position, needle.utf8Start, length) == 0
    }

    func starts(with needle: StaticString) -> Bool { has(needle, at: 0) }

    func ends(with needle: StaticString) -> Bool { has(needle, at: count - needle.utf8CodeUnitCount) }

    func equals(_ needle: StaticString) -> Bool { count == needle.utf8CodeUnitCount && has(needle, at: 0) }

    func equals(_ other: Bytes) -> Bool {
        guard count == other.count else { return false }
        guard let base = baseAddress, let otherBase = other.baseAddress else { return isEmpty }
        return memcmp(base, otherBase, count) == 0
    }

    /// Whether the needle, which is in lower case, stands at the position in any case of ASCII letters.
    func hasFolded(_ needle: StaticString, at position: Int) -> Bool {
        let length = needle.utf8CodeUnitCount
        guard position >= 0, position + length <= count else { return false }
        for index in 0..<length where self[position + index].lowered != needle.utf8Start[index] { return false }
        return true
    }

    func startsFolded(with needle: StaticString) -> Bool { hasFolded(needle, at: 0) }

    func endsFolded(with needle: StaticString) -> Bool { hasFolded(needle, at: count - needle.utf8CodeUnitCount) }

    func equalsFolded(_ needle: StaticString) -> Bool {
        count == needle.utf8CodeUnitCount && hasFolded(needle, at: 0)
    }

    /// Where the needle, which is in lower case, begins in any case of ASCII letters.
    func findFolded(_ needle: StaticString, from start: Int = 0) -> Int? {
        let length = needle.utf8CodeUnitCount
        guard length > 0, start >= 0, count - length >= start else { return nil }
        let first = needle.utf8Start[0]
        let last = count - length
        var small = next(first, from: start, to: last)
        var large = first.isLower ? next(first & 0xDF, from: start, to: last) : last + 1
        while true {
            let position = Swift.min(small, large)
            guard position <= last else { return nil }
            if hasFolded(needle, at: position) { return position }
            if position == small {
                small = next(first, from: position + 1, to: last)
            } else {
                large = next(first & 0xDF, from: position + 1, to: last)
            }
        }
    }

    /// Where the byte stands next, `last` at the latest; behind that where it does not.
    private func next(_ byte: UInt8, from start: Int, to last: Int) -> Int {
        guard start <= last, let base = baseAddress, let hit = memchr(base + start, Int32(byte), last - start + 1)
        else {
            return last + 1
        }
        return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }

    /// Where the other text begins, ASCII letters in any case.
    func findSameFolded(_ other: Bytes, from start: Int = 0) -> Int? {
        guard !other.isEmpty, count - other.count >= start else { return nil }
        let first = other[0].lowered
        for position in start...(count - other.count) where self[position].lowered == first {
            var length = 1
            while length < other.count, self[position + length].lowered == other[length].lowered { length += 1 }
            if length == other.count { return position }
        }
        return nil
    }

    func containsFolded(_ needle: StaticString) -> Bool { findFolded(needle) != nil }
}

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isUpper: Bool { self >= 0x41 && self <= 0x5A }
    var isLower: Bool { self >= 0x61 && self <= 0x7A }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    /// Letters, digits, and every byte of a character beyond ASCII.
    var isWordByte: Bool { isLetter || isDigit || self >= 0x80 }
    var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
    var lowered: UInt8 { isUpper ? self | 0x20 : self }
    /// Whether the byte opens a character rather than continuing one.
    var opensCharacter: Bool { self & 0xC0 != 0x80 }
}
