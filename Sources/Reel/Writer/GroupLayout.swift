internal import Model

/// A group of members laid out for one write: their bytes one after another, sealed for their offsets.
struct GroupLayout {
    private(set) var bytes: [UInt8] = []
    private(set) var members: [(position: UInt64, header: MemberHeader)] = []

    /// Begins a group, keeping the memory of the one before.
    mutating func begin() {
        bytes.removeAll(keepingCapacity: bytes.capacity <= 2 * ReelOptions.maximumGroupBytes)
        members.removeAll(keepingCapacity: true)
    }

    /// Adds a member to a group that will stand at `position` of the segment with that base; its offset.
    mutating func add(_ member: [UInt8], at position: UInt64, base: Offset) -> Offset {
        let start = bytes.count
        let place = position + UInt64(start)
        let offset = Offset(rawValue: base.rawValue + place)
        bytes.append(contentsOf: member)
        let header = bytes.withUnsafeMutableBytes { buffer in
            let header = UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + MemberHeader.count])
            MemberHeader.seal(header, at: offset)
            return MemberHeader(UnsafeRawBufferPointer(header), at: offset)
        }
        if let header { members.append((place, header)) }
        return offset
    }
}
