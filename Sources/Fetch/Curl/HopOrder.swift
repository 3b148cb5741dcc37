/// One exchange with one host, as the transfer thread takes it: everything is decided, nothing is looked up.
struct HopOrder: Sendable {
    /// The address as libcurl takes it, without user information and fragment.
    let url: String
    let isSecure: Bool
    let username: String?
    let password: String?
    let headers: [String]
    /// Nil where a proxy makes the connections.
    let policy: AddressPolicy?
    let maximumBodyBytes: Int
    let timeout: Duration
    let firstByteTimeout: Duration
    let headLimits: HeadLimits
    let authorityFile: String?
    /// Whether the hop belongs to a request that is under way, and so goes before those that wait.
    let isContinuation: Bool
}

/// Which hop a command is for; never used twice.
struct TransferID: Hashable, Sendable {
    let number: UInt64
}

/// What one exchange came to.
struct HopOutcome: Sendable {
    let code: CurlCode
    /// Why one of our own checks ended it; nil where libcurl ended it.
    let ending: Ending?
    /// Nil where it never became whole.
    let head: ResponseHead?
    /// What came before the head broke off.
    let partialHead: [UInt8]
    let body: [UInt8]
    let details: TransferDetails
    /// The operating system's error number; 0 where there was none.
    let systemCode: Int32
    /// libcurl's words; empty where it had none.
    let errorMessage: String
    /// How far it got, for the words about a timeout.
    let phase: Phase

    /// The reasons of ours for ending a transfer.
    enum Ending: Hashable, Sendable {
        case tooLarge
        case headersTooLarge
        case conflictingLengths
        case firstByteTimeout
        case addressDenied(address: String, reason: String)
        /// The body of a redirect, which nobody needs, was too long to wait for.
        case redirectBodyDropped
        /// The operating system gave no socket; its error number.
        case noSocket(Int32)
        case cancelled
        case shutDown
    }

    enum Phase: Sendable { case waiting, resolving, connecting, securing, answering, receiving }
}
