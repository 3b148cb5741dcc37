internal import CCurl
internal import Glibc
internal import Posix
internal import Synchronization

/// The thread that libcurl runs on, and its mailbox.
final class TransferThread: Sendable {
    let mailbox: Mailbox
    /// Nil once somebody joins it.
    private let thread: Mutex<pthread_t?>

    /// Prepares libcurl, tries its options, and starts the thread.
    init(_ configuration: FetchConfiguration) throws(FetchError) {
        try Self.check(configuration)
        guard let multi = MultiHandle.make() else {
            throw FetchError(.libraryUnusable, "curl_multi_init has no memory")
        }
        mailbox = Mailbox(waking: multi)
        let start = Start(mailbox: mailbox, multi: multi, configuration: configuration)
        var thread = pthread_t()
        let context = Unmanaged.passRetained(start)
        let code = pthread_create(&thread, nil, transferThreadMain, context.toOpaque())
        self.thread = Mutex(code == 0 ? thread : nil)
        guard code == 0 else {
            context.release()
            _ = MultiHandle(owning: multi, connections: 0)
            throw FetchError(.threadNotStarted, "", underlying: SystemError("pthread_create", code: code))
        }
    }

    deinit {
        mailbox.close()
        join()
    }

    /// Ends every transfer and the thread; returns when both are over.
    func stop() async {
        mailbox.close()
        await mailbox.waitForEnd()
        join()
    }

    private func join() {
        let running = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        if let running { pthread_join(running, nil) }
    }

    /// libcurl's own preparation, once in the life of the process.
    private static let preparation = CurlCode(curl_global_init(Int(CURL_GLOBAL_DEFAULT)))

    private static func check(_ configuration: FetchConfiguration) throws(FetchError) {
        guard preparation == .CURLE_OK else { throw FetchError(.libraryUnusable, "\(preparation)") }
        guard let easy = EasyHandle(configuration) else { throw FetchError(.libraryUnusable, "no memory left") }
        if let refusal = easy.refusal {
            throw FetchError(.libraryUnusable, "\(String(cString: curl_version())) refuses an option: \(refusal)")
        }
    }
}

/// What the new thread is given.
private final class Start: Sendable {
    let mailbox: Mailbox
    let multi: MultiAddress
    let configuration: FetchConfiguration

    init(mailbox: Mailbox, multi: MultiAddress, configuration: FetchConfiguration) {
        self.mailbox = mailbox
        self.multi = multi
        self.configuration = configuration
    }

    func run() {
        // Signals are for the main thread; SIGPIPE of a TLS write would end the process.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        let handle = MultiHandle(owning: multi, connections: configuration.maximumConcurrency)
        TransferLoop(mailbox, handle, configuration).run()
    }
}

private func transferThreadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let start = Unmanaged<Start>.fromOpaque(context).takeRetainedValue()
    start.run()
    start.mailbox.finish()
    return nil
}
