extension ValueForm<Int> {
    /// A number of bytes within bounds: `8MiB`, `512KiB`, `1GB`, or plain bytes.
    static func bytes(_ bounds: ClosedRange<Int>) -> ValueForm {
        .scalar(
            "a size from \(SizeText.write(bounds.lowerBound)) to \(SizeText.write(bounds.upperBound)) such as 8MiB",
            write: { .plain(SizeText.write($0)) }
        ) { text in
            SizeText.parse(text).flatMap { bounds.contains($0) ? $0 : nil }
        }
    }

    /// A whole number within bounds.
    static func integer(_ bounds: ClosedRange<Int>) -> ValueForm {
        .scalar("a whole number from \(bounds.lowerBound) to \(bounds.upperBound)", write: { .number($0) }) { text in
            Int(text).flatMap { bounds.contains($0) ? $0 : nil }
        }
    }
}

/// Sizes in bytes as a person writes them: `KiB`, `MiB`, `GiB`, `TiB` (powers of 1024), `kB`, `KB`, `MB`, `GB`, `TB`
/// (powers of 1000), `B` or no unit.
package enum SizeText {
    private static let units: [(name: String, bytes: Int)] = [
        ("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("TB", 1_000_000_000_000),
        ("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1000), ("kB", 1000), ("B", 1), ("", 1),
    ]

    /// The number of bytes; nil for anything that has not the form or does not fit.
    package static func parse(_ text: String) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        let name = text.dropFirst(digits.count).drop { $0 == " " }
        guard let count = Int(digits), let unit = units.first(where: { $0.name == name }) else { return nil }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: unit.bytes)
        return overflow ? nil : bytes
    }

    /// In the largest unit that keeps the number whole, binary ones first; plain bytes where there is none.
    package static func write(_ bytes: Int) -> String {
        guard bytes > 0, let unit = units.first(where: { bytes.isMultiple(of: $0.bytes) }), unit.bytes > 1 else {
            return String(bytes)
        }
        return "\(bytes / unit.bytes)\(unit.name)"
    }
}
