internal import CCurl
internal import Glibc

/// One exchange while it runs: what has arrived, and the checks on every piece of it.
///
/// Confined to the transfer thread; the callbacks call `receive…`, `openSocket` and `mayUse`.
final class Transfer {
    let id: TransferID
    let order: HopOrder
    private let completion: CheckedContinuation<HopOutcome, Never>

    /// Set while libcurl has the transfer.
    private(set) var easy: EasyHandle?
    private(set) var started: ContinuousClock.Instant
    private(set) var head: ResponseHead?
    private(set) var body: [UInt8] = []
    private(set) var ending: HopOutcome.Ending?
    private var collector: HeadCollector
    /// Why no socket was opened for some address; forgotten once one is.
    private var obstacle: HopOutcome.Ending?
    private var hasSocket = false
    private var isBodyUnwanted = false
    private let budget: ByteBudget
    /// Bytes of the body that the budget counts.
    private var counted = 0
    /// Set by the loop: whether it goes on when the budget is spent.
    var hasTurn = false
    /// Since when libcurl was told to wait; nil while it may go on.
    private var pausedSince: ContinuousClock.Instant?
    /// How long it has waited for room: not the peer's doing, so not part of its time.
    private var waited: Duration = .zero

    /// A redirect's body is read up to here, so that its connection can be used again.
    private static let unwantedBodyBytes = 64 * 1024
    /// An announced length is believed up to here.
    private static let reservedBytes = 256 * 1024

    init(
        id: TransferID, order: HopOrder, budget: ByteBudget, completion: CheckedContinuation<HopOutcome, Never>
    ) {
        self.budget = budget
        self.id = id
        self.order = order
        self.completion = completion
        started = .now
        collector = HeadCollector(limits: order.headLimits)
    }

    /// Takes a handle and sets it up; false where libcurl turned an option down.
    func begin(on easy: EasyHandle) -> Bool {
        self.easy = easy
        started = .now
        easy.prepare(for: order)
        easy.setTransfer(self)
        return easy.refusal == nil
    }

    var isPaused: Bool { pausedSince != nil }

    /// Whether its body may be on the way.
    var hasHead: Bool { head != nil }

    /// When it is late, the head or the whole; nil while it waits for room.
    var deadline: ContinuousClock.Instant? {
        guard !isPaused else { return nil }
        return started + (hasHead ? order.timeout + waited : min(order.timeout, order.firstByteTimeout))
    }

    /// What it is ended with when it is late.
    func lateness(at now: ContinuousClock.Instant) -> (code: CurlCode, reason: HopOutcome.Ending?) {
        let isWhole = hasHead || now >= started + order.timeout
        return isWhole ? (.CURLE_OPERATION_TIMEDOUT, nil) : (.CURLE_ABORTED_BY_CALLBACK, .firstByteTimeout)
    }

    /// Gives the outcome to the waiting task, and the handle back.
    func end(_ code: CurlCode, _ reason: HopOutcome.Ending? = nil) -> EasyHandle? {
        let ending = reason ?? ending ?? (code == .CURLE_COULDNT_CONNECT && !hasSocket ? obstacle : nil)
        completion.resume(returning: outcome(code, ending))
        easy?.setTransfer(nil)
        defer { easy = nil }
        return easy
    }

    private func outcome(_ code: CurlCode, _ ending: HopOutcome.Ending?) -> HopOutcome {
        HopOutcome(
            code: code, ending: ending, head: head, partialHead: collector.partial, body: body,
            hold: counted > 0 ? BodyHold(counted, of: budget) : nil,
            details: easy?.details(total: started.duration(to: .now)) ?? .none,
            systemCode: Int32(truncatingIfNeeded: easy.map { EasyHandle.number($0.pointer, CURLINFO_OS_ERRNO) } ?? 0),
            errorMessage: easy?.errorMessage ?? "", phase: easy?.phase(hasHead: head != nil) ?? .waiting)
    }
}

extension Transfer {
    /// Takes a line of the head; false ends the transfer.
    func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        switch collector.add(line) {
        case .more: return true
        case .tooLarge: return stop(.headersTooLarge)
        case .whole(let head):
            self.head = head
            return admit(head)
        }
    }

    /// Decides by the head whether the body is wanted at all.
    private func admit(_ head: ResponseHead) -> Bool {
        isBodyUnwanted = head.redirectTarget != nil
        switch head.contentLength {
        case .conflicting: return stop(.conflictingLengths)
        case .unknown: return true
        case .known(let length):
            guard !isBodyUnwanted else { return true }
            // What is too long in compressed form is no shorter after it.
            guard length <= order.maximumBodyBytes || head.status == 304 || order.takesBeginning else {
                return stop(.tooLarge)
            }
            if !head.isEncoded { body.reserveCapacity(min(length, Self.reservedBytes)) }
            return true
        }
    }

    /// Takes a piece of the decompressed body, or has libcurl keep it and wait while the budget is spent.
    func receiveBody(_ bytes: UnsafeRawBufferPointer) -> BodyReception {
        // A redirect's body is small, and its wait would be the next hop's loss.
        guard hasTurn || order.goesFirst || isBodyUnwanted || !budget.isSpent else {
            pausedSince = pausedSince ?? .now
            budget.notePause()
            return .later
        }
        guard append(bytes) else { return .stop }
        budget.take(bytes.count)
        counted += bytes.count
        return .taken
    }

    /// Goes on after a pause.
    func resume() {
        if let since = pausedSince { waited += since.duration(to: .now) }
        pausedSince = nil
        easy?.resume()
    }

    private func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let limit = isBodyUnwanted ? Self.unwantedBodyBytes : order.maximumBodyBytes
        if order.takesBeginning, !isBodyUnwanted, bytes.count > limit - body.count {
            body.append(contentsOf: bytes.prefix(limit - body.count))
            return stop(.cut)
        }
        guard bytes.count <= limit - body.count else { return stop(isBodyUnwanted ? .redirectBodyDropped : .tooLarge) }
        body.append(contentsOf: bytes)
        return true
    }

    /// Opens a socket to a resolved address, if the policy allows it.
    func openSocket(_ address: UnsafePointer<curl_sockaddr>) -> CInt {
        guard let socketAddress = address.pointer(to: \.addr) else { return CURL_SOCKET_BAD }
        let bytes = SocketAddress.bytes(of: socketAddress, length: Int(address.pointee.addrlen))
        if case .denied(let reason)? = order.policy?.verdict(forBytes: bytes) {
            obstacle = .addressDenied(address: IPAddress(bytes: bytes)?.description ?? "?", reason: reason)
            return CURL_SOCKET_BAD
        }
        if order.ownPorts.contains(SocketAddress.port(of: socketAddress)), LocalAddresses.contain(bytes) {
            obstacle = .addressDenied(address: IPAddress(bytes: bytes)?.description ?? "?", reason: "daemon's own")
            return CURL_SOCKET_BAD
        }
        let type = address.pointee.socktype | CInt(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(address.pointee.family, type, address.pointee.protocol)
        if descriptor >= 0 { hasSocket = true } else { obstacle = .noSocket(errno) }
        return descriptor
    }

    /// Whether the request may go out on this connection, which another request may have opened under another policy.
    func mayUse(peer: String) -> Bool {
        guard let policy = order.policy else { return true }
        let verdict = IPAddress(peer).map { policy.verdict(for: $0) } ?? .denied(reason: "unknown kind of")
        guard case .denied(let reason) = verdict else { return true }
        return stop(.addressDenied(address: peer, reason: reason))
    }

    private func stop(_ reason: HopOutcome.Ending) -> Bool {
        ending = reason
        return false
    }
}

/// What became of a piece of a body.
enum BodyReception { case taken, later, stop }
