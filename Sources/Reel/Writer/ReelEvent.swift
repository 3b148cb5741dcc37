package import Model
package import Posix

/// What a writer did besides appending; told on the writer's thread, so a handler must be quick.
package enum ReelEvent: Sendable, Equatable {
    case segmentOpened(path: String)
    /// A segment is full, old, or given up; it is not written again.
    case segmentSealed(path: String, size: UInt64)
    /// A write or fdatasync failed. The segment was sealed at its last acknowledged byte and the group goes to a new one.
    case writeFailed(path: String, position: UInt64, SystemError)
    /// The disk is full: told once, until ``roomAgain``.
    case noSpace(path: String)
    /// The first group since ``noSpace`` is durable.
    case roomAgain
    /// A sealed segment has no index. It is derived, so nothing is lost.
    case indexNotWritten(path: String, SystemError)
    /// Bytes that were not acknowledged could not be cut off a sealed segment; readers stop before them.
    case tailNotCut(path: String, SystemError)
    /// A sealed segment stands in the manifest; `head` is the chain's value now, 64 hexadecimal digits.
    case segmentEntered(head: String)
    /// The manifest could not be written; it is tried again at the next sealed segment and the next start.
    case manifestNotWritten(ReelError)
    /// The manifest's chain does not hold from that line on, counted from 1.
    case manifestBroken(path: String, line: Int)
}

/// What was found and done when a reel was opened.
package struct RecoveryReport: Sendable, Equatable {
    package var segments = 0
    /// The records of the last segment, which is the one looked at.
    package var recordsInLastSegment: UInt64 = 0
    /// Where appending goes on.
    package var end: Offset = .zero
    /// The bytes cut off the last segment because no whole record followed.
    package var tornTail: ReelDamage?
    /// Damage in the last segment with good records behind it, and segments that are missing; all left as they are.
    package var damages: [ReelDamage] = []
    /// Whether there was a last segment without any record.
    package var hadEmptyLastSegment = false
}
