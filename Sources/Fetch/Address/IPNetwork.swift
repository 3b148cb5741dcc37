/// A range of addresses: those that begin with the same bits, written like `10.0.0.0/8`.
package struct IPNetwork: Hashable, Sendable, CustomStringConvertible {
    /// The first address of the range: the bits after the prefix are zero.
    package let address: IPAddress
    /// How many leading bits are the same: 0–32 or 0–128.
    package let prefixLength: Int

    /// The range around an address; a length out of range is brought to the nearest one.
    package init(_ address: IPAddress, prefixLength: Int) {
        let length = min(max(prefixLength, 0), address.family == .v4 ? 32 : 128)
        let mask = Self.mask(length)
        self.address = IPAddress(family: address.family, high: address.high & mask.high, low: address.low & mask.low)
        self.prefixLength = length
    }

    /// Reads `ADDRESS/LENGTH`, or an address alone, which is a range of one; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress($0) }) else { return nil }
        let longest = address.family == .v4 ? 32 : 128
        switch parts.count {
        case 1: self.init(address, prefixLength: longest)
        case 2:
            guard parts[1].allSatisfy(\.isNumber), let length = Int(parts[1]), length <= longest else { return nil }
            self.init(address, prefixLength: length)
        default: return nil
        }
    }

    /// Whether an address is in the range; never across the two families.
    package func contains(_ other: IPAddress) -> Bool {
        let mask = Self.mask(prefixLength)
        return other.family == address.family && other.high & mask.high == address.high
            && other.low & mask.low == address.low
    }

    package var description: String { "\(address)/\(prefixLength)" }

    /// The bits that count; shifts of 64 and more give zero in Swift.
    private static func mask(_ length: Int) -> (high: UInt64, low: UInt64) {
        (high: ~0 << UInt64(64 - min(length, 64)), low: ~0 << UInt64(64 - max(length - 64, 0)))
    }
}
