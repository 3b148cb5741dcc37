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
    /// Ports of this machine that are the daemon's own.
    let ownPorts: [Int]
    let maximumBodyBytes: Int
    let takesBeginning: Bool
    let timeout: Duration
    let firstByteTimeout: Duration
    let headLimits: HeadLimits
    let authorityFile: String?
    let proxy: String?
    let clientCertificate: ClientCertificate?
    let cookieJar: String?
    /// Whether others wait for it: it goes before those that wait, and begins whatever is held in memory.
    let goesFirst: Bool
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
    /// Keeps the body's bytes counted; nil where there are none.
    let hold: BodyHold?
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
        /// As much of the body as was wanted is there.
        case cut
        /// The body of a redirect, which nobody needs, was too long to wait for.
        case redirectBodyDropped
        /// The operating system gave no socket; its error number.
        case noSocket(Int32)
        case cancelled
        case shutDown
    }

    enum Phase: Sendable { case waiting, resolving, connecting, securing, answering, receiving }
}
