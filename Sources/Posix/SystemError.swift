internal import Glibc

/// A system call that failed: which call, on what, and the operating system's reason.
package struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The call's name, such as `open`.
    package let call: String
    /// The path or the peer it was for; empty where there is none.
    package let subject: String
    /// The value of errno.
    package let code: CInt

    package init(_ call: String, _ subject: String = "", code: CInt = errno) {
        self.call = call
        self.subject = subject
        self.code = code
    }

    /// The operating system's words for the code.
    package var reason: String { String(cString: strerror(code)) }

    package var description: String {
        subject.isEmpty ? "\(call): \(reason)" : "\(call) \(subject): \(reason)"
    }

    /// Whether there is no room left: ENOSPC or EDQUOT.
    package var isNoSpace: Bool { code == ENOSPC || code == EDQUOT }

    /// Whether the other side takes nothing at the moment: EAGAIN or ENOBUFS.
    package var isFull: Bool { code == EAGAIN || code == ENOBUFS }
}
