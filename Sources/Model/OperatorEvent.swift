/// What an operator looks for in the log; each has an id of its own in the journal (`journalctl MESSAGE_ID=…`), which never changes.
///
/// It goes with a log line as metadata under ``key``. docs/troubleshooting.md and the journal's catalog say what to do about each.
package enum OperatorEvent: String, Sendable, CaseIterable {
    /// The daemon answers and works.
    case ready
    /// It ended cleanly.
    case stopped
    /// The last run did not: what it left half-way is taken up, a torn tail is cut.
    case uncleanEnd = "unclean_end"
    /// A configuration was taken over.
    case reloaded
    /// A configuration has errors; what was in force stays.
    case reloadRefused = "reload_refused"
    /// Somebody changed something over the control socket; the line says who. Never held back as a repetition.
    case changed
    /// Somebody was not allowed to.
    case refused
    /// Records of a reel are damaged.
    case damaged
    /// There is no room, and nothing is fetched.
    case diskShort = "disk_short"
    /// There is room again.
    case roomAgain = "room_again"
    /// The page of a source did not end well.
    case sourceFailed = "source_failed"

    /// The name of the metadata. A key that begins with a dot is a field of the journal alone, and not part of the line.
    package static let key = ".event"

    /// The 128 bits of sd-id128(3), as the journal writes them.
    package var messageID: String {
        switch self {
        case .ready: "e6a9b3fdcdec4de0ac98053093c64ee8"
        case .stopped: "463d50dcf0fb4ef99b82b616842b5d29"
        case .uncleanEnd: "793a3fa4cb2f45559b16e509a887cc54"
        case .reloaded: "b090d3613e7442e79fcb3da04ea785d1"
        case .reloadRefused: "d62830e143384143962d46f957e5bcfb"
        case .changed: "cea6b936da4544da8149faf6734d2ce3"
        case .refused: "6bb2f67fae344c8bae4f284c3cb60572"
        case .damaged: "dc42a28676e44ed3a9ad1d6c8d3f9285"
        case .diskShort: "66e41337656f48e9afeb04ad501b3354"
        case .roomAgain: "81833d5db231438abc58ee71fe7c0882"
        case .sourceFailed: "b81c14209d2c4c1bb7557ecca5dc6c71"
        }
    }
}
