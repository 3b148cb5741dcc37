extension FrontierKeeper {
    /// Why nothing at all starts now.
    package enum Pause: Sendable {
        case stopping
        /// A page could not be stored; the next is tried in a moment.
        case resting
        /// Less than so many bytes are free.
        case diskLow(minimumBytes: UInt64)

        /// Why, for people; what is to be done.
        package var words: String {
            switch self {
            case .stopping: "the daemon stops"
            case .resting: "pages cannot be stored: no page is taken for the moment, the daemon tries again by itself"
            case .diskLow(let bytes):
                "the disk is low, less than \(bytes >> 20) MiB are free: no page is taken until there is room"
            }
        }
    }
}
