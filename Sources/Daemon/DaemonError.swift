/// Why the daemon cannot start: one line for a person, with what to do.
package struct DaemonError: Error, CustomStringConvertible {
    package enum Code: Sendable {
        case configuration
        case stateDirectory
        /// Another daemon works on the same state.
        case locked
        case store
        case socket
        case fetcher
    }

    package let code: Code
    package let description: String
    package let cause: (any Error)?

    init(_ code: Code, _ description: String, cause: (any Error)? = nil) {
        self.code = code
        self.description = description
        self.cause = cause
    }
}
