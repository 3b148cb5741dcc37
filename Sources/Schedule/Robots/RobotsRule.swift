/// One `Allow` or `Disallow` line.
struct RobotsRule: Sendable {
    let isAllow: Bool
    let pattern: RobotsPattern
    /// The line as a person would write it.
    let text: String
}
