internal import CCurl

/// libcurl's multi handle: carries many transfers at once, and keeps their connections and resolved names for the next ones.
///
/// Confined to the transfer thread, but for `MultiAddress`.
final class MultiHandle {
    private let pointer: UnsafeMutableRawPointer?

    /// Takes over a handle that `make` made.
    init(owning address: MultiAddress, connections: Int) {
        pointer = address.pointer
        ccurl_multi_set_long(pointer, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        ccurl_multi_set_long(pointer, CURLMOPT_MAXCONNECTS, connections)
    }

    deinit { curl_multi_cleanup(pointer) }

    /// Nil where there is no memory left.
    static func make() -> MultiAddress? { curl_multi_init().map { MultiAddress(bits: UInt(bitPattern: $0)) } }

    func add(_ easy: EasyHandle) -> Bool { curl_multi_add_handle(pointer, easy.pointer) == CURLM_OK }

    func remove(_ easy: EasyHandle) { curl_multi_remove_handle(pointer, easy.pointer) }

    /// Reads, writes and calls back whatever can be done without waiting.
    func perform() {
        var running: CInt = 0
        curl_multi_perform(pointer, &running)
    }

    /// Waits for a socket, a timer of libcurl, a wake-up, or the end of the time.
    func poll(milliseconds: CInt) {
        curl_multi_poll(pointer, nil, 0, milliseconds, nil)
    }

    /// The next transfer that ended by itself, by the address of its handle.
    func nextDone() -> (easy: UnsafeMutableRawPointer, code: CurlCode)? {
        var rest: CInt = 0
        while let message = curl_multi_info_read(pointer, &rest) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            return (easy, CurlCode(message.pointee.data.result))
        }
        return nil
    }
}

/// Where a multi handle is, for the one call that other threads may make (curl_multi_wakeup(3)).
///
/// A number rather than a pointer, so that it may cross threads; `Mailbox` forgets it before the handle goes.
struct MultiAddress: Sendable {
    fileprivate let bits: UInt

    fileprivate init(bits: UInt) { self.bits = bits }

    fileprivate var pointer: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: bits) }

    func wakeUp() { curl_multi_wakeup(pointer) }
}
