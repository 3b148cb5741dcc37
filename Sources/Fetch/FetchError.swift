package import Posix

/// Why the fetcher could not be started.
package struct FetchError: Error, Sendable, CustomStringConvertible {
    package enum Code: Sendable {
        case libraryUnusable
        case threadNotStarted
    }

    package let code: Code
    /// What was tried.
    package let context: String
    package let underlying: SystemError?

    init(_ code: Code, _ context: String, underlying: SystemError? = nil) {
        self.code = code
        self.context = context
        self.underlying = underlying
    }

    package var description: String {
        switch code {
        case .libraryUnusable: "fetch: libcurl cannot be used: \(context); install libcurl 7.88 or later with TLS"
        case .threadNotStarted:
            "fetch: the transfer thread could not be started: \(underlying?.description ?? context);"
                + " raise the limit on processes (ulimit -u, TasksMax)"
        }
    }
}
