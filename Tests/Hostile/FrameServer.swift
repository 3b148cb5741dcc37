internal import Foundation
internal import Glibc

/// A server that speaks HTTP/2 frame by frame (RFC 9113), behind OpenSSL's test server, which does the TLS.
///
/// For each request that arrives it sends its own settings and then the frames of the test.
package final class FrameServer {
    package let port: UInt16
    package let certificate: TestCertificate
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    package init(answer: [UInt8]) throws {
        port = try deadPort()
        certificate = try TestCertificate(name: "localhost")
        process.executableURL = TestCertificate.openssl
        process.arguments = [
            "s_server", "-quiet", "-alpn", "h2", "-accept", "127.0.0.1:\(port)", "-cert", certificate.file,
            "-key", certificate.key,
        ]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let reader = output.fileHandleForReading.fileDescriptor
        let writer = input.fileHandleForWriting.fileDescriptor
        Thread.detachNewThread { Self.serve(reader, writer, answer) }
    }

    package func stop() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        certificate.remove()
    }

    /// Answers each client preface that is followed by a HEADERS frame, until the process is gone.
    private static func serve(_ reader: CInt, _ writer: CInt, _ answer: [UInt8]) {
        var pipeSignal = sigset_t()
        sigaddset(&pipeSignal, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipeSignal, nil)
        var seen: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16384)
        while true {
            let count = read(reader, &buffer, buffer.count)
            guard count > 0 else { return }
            seen += buffer[..<count]
            guard hasRequest(seen) else { continue }
            seen = []
            let bytes = Frame.settings + Frame.settingsAcknowledged + answer
            guard write(writer, bytes, bytes.count) == bytes.count else { return }
        }
    }

    private static func hasRequest(_ bytes: [UInt8]) -> Bool {
        let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: preface) }) else { return false }
        var rest = bytes[(start + preface.count)...]
        while rest.count >= 9 {
            let head = Array(rest.prefix(9))
            if head[3] == 1 { return true }
            rest = rest.dropFirst(9 + Int(head[0]) << 16 + Int(head[1]) << 8 + Int(head[2]))
        }
        return false
    }
}

/// The frames of HTTP/2 that the tests send, for stream 1.
package enum Frame {
    package static let settings = make(type: 4, flags: 0, stream: 0, [])
    package static let settingsAcknowledged = make(type: 4, flags: 1, stream: 0, [])

    /// `:status: 200` and one field, in HPACK.
    package static let head = make(
        type: 1, flags: 4, stream: 1,
        [0x88, 0x00, 7] + Array("x-paper".utf8) + [7] + Array("Harbour".utf8))

    package static func data(_ text: String, isLast: Bool) -> [UInt8] {
        make(type: 0, flags: isLast ? 1 : 0, stream: 1, Array(text.utf8))
    }

    package static func reset(_ code: UInt8) -> [UInt8] { make(type: 3, flags: 0, stream: 1, [0, 0, 0, code]) }

    package static func goAway(_ code: UInt8) -> [UInt8] {
        make(type: 7, flags: 0, stream: 0, [0, 0, 0, 0, 0, 0, 0, code])
    }

    package static func make(type: UInt8, flags: UInt8, stream: UInt8, _ payload: [UInt8]) -> [UInt8] {
        [UInt8(payload.count >> 16), UInt8(payload.count >> 8 & 255), UInt8(payload.count & 255)]
            + [type, flags, 0, 0, 0, stream] + payload
    }
}
