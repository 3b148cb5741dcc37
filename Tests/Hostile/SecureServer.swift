internal import Foundation
internal import Glibc

/// A certificate for a name and its key, made by OpenSSL in a directory of their own.
package struct TestCertificate {
    package let file: String
    package let key: String
    private let directory: URL

    package init(name: String, isExpired: Bool = false) throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("newsreel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        file = directory.appendingPathComponent("certificate.pem").path
        key = directory.appendingPathComponent("key.pem").path
        let request = directory.appendingPathComponent("request.pem").path
        try Self.run([
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", request,
            "-subj", "/CN=\(name)",
        ])
        try Self.run([
            "x509", "-req", "-in", request, "-signkey", key, "-out", file, "-days", isExpired ? "-1" : "2",
        ])
    }

    package func remove() {
        try? FileManager.default.removeItem(at: directory)
    }

    static let openssl = URL(fileURLWithPath: "/usr/bin/openssl")

    private static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = openssl
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw POSIXError(.EINVAL) }
    }
}

/// OpenSSL's own test server on loopback, which answers every request with a page about the connection.
package final class SecureServer {
    package let port: UInt16
    package var certificateFile: String { certificate.file }
    private let certificate: TestCertificate
    private let process = Process()

    /// - Parameter wantsCertificate: turns away clients that show none; it takes any.
    package init(name: String, isExpired: Bool = false, wantsCertificate: Bool = false) throws {
        certificate = try TestCertificate(name: name, isExpired: isExpired)
        let output = Pipe()
        process.executableURL = TestCertificate.openssl
        process.arguments = [
            "s_server", "-accept", "127.0.0.1:0", "-cert", certificate.file, "-key", certificate.key, "-www",
        ]
        if wantsCertificate { process.arguments?.append(contentsOf: ["-Verify", "1", "-no_ticket"]) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        port = try Self.port(announcedOn: output.fileHandleForReading)
    }

    package func stop() {
        // A signal that can be caught would stay pending: the child has the test thread's signal mask.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        certificate.remove()
    }

    /// Reads until the line `ACCEPT 127.0.0.1:PORT`.
    private static func port(announcedOn output: FileHandle) throws -> UInt16 {
        var text = ""
        while true {
            let data = output.availableData
            guard !data.isEmpty else { throw POSIXError(.EPIPE) }
            text += String(decoding: data, as: UTF8.self)
            guard text.hasSuffix("\n"),
                let line = text.split(separator: "\n").first(where: { $0.hasPrefix("ACCEPT ") }),
                let port = line.split(separator: ":").last.flatMap({ UInt16($0) })
            else { continue }
            return port
        }
    }
}
