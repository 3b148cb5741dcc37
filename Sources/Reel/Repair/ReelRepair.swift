internal import Glibc
internal import Model
package import Posix

/// Something a repair did, or could not do.
package struct RepairStep: Sendable, Equatable {
    package enum Action: String, Sendable {
        /// The torn end, or a stretch shorter than any member at a segment's end, was cut off.
        case cut
        /// The damaged stretch was set aside, and filled so that every gzip reader passes over it.
        case filled
        /// Missing altogether: nothing can be done.
        case left
    }

    package let damage: ReelDamage
    package let action: Action
    /// The file that has the bytes now; nil where nothing was moved.
    package let aside: String?
}

/// Makes a reel whole again for its readers: cuts a torn end, fills damaged stretches. Never deletes: the bytes are set aside first.
///
/// Offsets stay what they are. Nobody may write the reel meanwhile; see ``StateHold``.
package struct ReelRepair: Sendable {
    let location: ReelLocation

    private let clock: any WallClock

    package init(_ location: ReelLocation, clock: any WallClock = SystemWallClock()) {
        self.location = location
        self.clock = clock
    }

    /// The time of lines in the manifest, in whole seconds.
    var now: Timestamp { Timestamp(secondsSinceEpoch: clock.now().secondsSinceEpoch) }

    /// The directory beside the reel's own that takes the damaged bytes.
    package var asideDirectory: String { location.directory + ".aside" }

    /// Repairs segment by segment. With `isTrial` nothing is changed, and the steps are those that would be done.
    ///
    /// A sealed segment that it changed gets a new line in the manifest, so that the chain tells of the repair.
    package func run(isTrial: Bool = false) throws(ReelError) -> [RepairStep] {
        var steps: [RepairStep] = []
        let segments = try location.segments()
        for (index, segment) in segments.enumerated() {
            let next = index + 1 < segments.count ? segments[index + 1].base : nil
            let (damages, torn) = try survey(segment)
            for damage in damages { steps.append(try fill(damage, segment, isTrial)) }
            if let torn { steps.append(try cut(torn, segment, isTrial)) }
            if let next, segment.end < next { steps.append(missing(segment, next)) }
            guard !isTrial, steps.contains(where: { $0.damage.segment == segment.name && $0.aside != nil }) else {
                continue
            }
            try renewIndex(of: segment)
            try renewDigest(of: segment)
        }
        return steps
    }

    /// The damaged stretches of a segment, those that touch taken together; and the torn end of the last one.
    private func survey(_ segment: Segment) throws(ReelError) -> (damages: [ReelDamage], torn: ReelDamage?) {
        let scanner = try SegmentScanner(segment, reel: location.name)
        var room: [UInt8] = []
        var damages: [ReelDamage] = []
        while true {
            switch try scanner.next() {
            case .member(let member):
                if let damage = try scanner.verify(member, room: &room) { damages.join(damage) }
            case .damage(let damage): damages.join(damage)
            case .torn(let damage):
                // What is damaged right before the torn end belongs to it.
                guard let last = damages.last, last.position + last.length == damage.position else {
                    return (damages, damage)
                }
                damages.join(damage)
                return (damages.dropLast(), damages.last)
            case .end: return (damages, nil)
            }
        }
    }

    private func fill(_ damage: ReelDamage, _ segment: Segment, _ isTrial: Bool) throws(ReelError) -> RepairStep {
        guard let filling = Filling.members(length: damage.length, at: damage.offset) else {
            // Shorter than any member: what is left of one at the end of a file that was cut.
            return try cut(damage, segment, isTrial)
        }
        let aside = asidePath(damage)
        guard !isTrial else { return RepairStep(damage: damage, action: .filled, aside: aside) }
        try change(segment) { (file) throws(SystemError) in
            try setAside(damage, of: file, in: aside)
            try filling.withUnsafeBufferPointer { (bytes) throws(SystemError) in
                try file.writeAll(UnsafeRawBufferPointer(bytes), at: damage.position)
            }
        }
        return RepairStep(damage: damage, action: .filled, aside: aside)
    }

    private func cut(_ damage: ReelDamage, _ segment: Segment, _ isTrial: Bool) throws(ReelError) -> RepairStep {
        let aside = asidePath(damage)
        if !isTrial {
            try change(segment) { (file) throws(SystemError) in
                try setAside(damage, of: file, in: aside)
                try file.truncate(to: damage.position)
            }
        }
        return RepairStep(damage: damage, action: .cut, aside: aside)
    }

    private func missing(_ segment: Segment, _ next: Offset) -> RepairStep {
        let damage = ReelDamage(
            reel: location.name, segment: segment.name, position: segment.size, offset: segment.end,
            length: next.rawValue - segment.end.rawValue, cause: .missing)
        return RepairStep(damage: damage, action: .left, aside: nil)
    }
}

extension ReelRepair {
    private func asidePath(_ damage: ReelDamage) -> String {
        "\(asideDirectory)/\(damage.segment).\(damage.position)"
    }

    /// Copies the bytes of a stretch into a file of their own, durably, before anything is done to them.
    private func setAside(_ damage: ReelDamage, of file: Descriptor, in path: String) throws(SystemError) {
        try Directory.make(asideDirectory)
        let copy = try Descriptor.open(path, O_WRONLY | O_CREAT | O_EXCL)
        var done: UInt64 = 0
        var room = [UInt8](repeating: 0, count: 1 << 20)
        while done < damage.length {
            let wanted = Int(min(UInt64(room.count), damage.length - done))
            let start = done
            let count = try room.withUnsafeMutableBufferPointer { (buffer) throws(SystemError) in
                let bytes = UnsafeMutableRawBufferPointer(buffer)
                let count = try file.read(
                    into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<wanted]), at: damage.position + start)
                try copy.writeAll(UnsafeRawBufferPointer(rebasing: bytes[..<count]), at: start)
                return count
            }
            if count == 0 { break }
            done += UInt64(count)
        }
        try copy.synchronize()
        try Directory.synchronize(asideDirectory)
    }

    private func change(
        _ segment: Segment, _ body: (Descriptor) throws(SystemError) -> Void
    ) throws(ReelError) {
        do {
            let file = try Descriptor.open(segment.path, O_RDWR)
            try body(file)
            try file.synchronize()
        } catch {
            throw ReelError(.writeFailed, reel: location.name.rawValue, path: segment.path, underlying: error)
        }
    }

    /// The index is derived, and made anew for a segment that is closed.
    private func renewIndex(of segment: Segment) throws(ReelError) {
        let path = location.indexPath(of: segment.base)
        do {
            try Directory.removeFile(path)
            guard !segment.isLast else { return }
        } catch {
            throw ReelError(.writeFailed, reel: location.name.rawValue, path: path, underlying: error)
        }
        let index = try SegmentIndex.build(segment, reel: location.name)
        do {
            try index.write(to: path)
        } catch {
            throw ReelError(.writeFailed, reel: location.name.rawValue, path: path, underlying: error)
        }
    }
}

extension [ReelDamage] {
    /// Adds a stretch, to the last one where it follows on it.
    fileprivate mutating func join(_ damage: ReelDamage) {
        guard let before = last, before.position + before.length == damage.position else { return append(damage) }
        self[count - 1] = ReelDamage(
            reel: before.reel, segment: before.segment, position: before.position, offset: before.offset,
            length: before.length + damage.length, cause: before.cause)
    }
}
