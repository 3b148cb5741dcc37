import ControlProtocol
import Foundation
import Glibc
import Posix
import Testing

/// Readers of a followed reel that do not read.
@Suite struct SlowReaderTests {
    @Test func readersThatAreStuckNeverHoldTheDaemonBackAndMissNothing() async throws {
        let site = try PageServer(stories: 60, padding: 60_000)
        defer { site.stop() }
        let installation = try Installation()
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        let readers = try (0..<8).map { _ in try StuckReader(installation.socket, reel: "articles") }
        let targets = (0..<60).map { site.story($0) }
        let fetched = try await installation.newsreel(["fetch", "--wait", "--json"] + targets)
        #expect(fetched.status == 0 && fetched.output.count == 60, "\(fetched)")
        #expect(try await installation.newsreel("status").status == 0)

        for reader in readers {
            let lines = try await reader.read(60)
            let ids = try lines.map { line -> String? in
                guard case .record(_, let json) = try RecordLine(line: Array(line.utf8)) else { return nil }
                return JSON(String(decoding: json, as: UTF8.self))["id"]
            }
            #expect(Set(ids.compactMap(\.self)).count == 60)
        }
        #expect(try await daemon.stop().status == 0, "who follows holds the end back no more than that")
    }

    @Test func aReaderWhosePlaceWasRemovedIsToldHowMuchItMissed() async throws {
        let site = try PageServer(stories: 80, padding: 20_000)
        defer { site.stop() }
        let installation = try Installation(reels: "{maximum_segment_bytes: 64KiB}")
        defer { installation.remove() }
        let daemon = try await installation.start()
        defer { daemon.signal(SIGKILL) }
        #expect(try await installation.newsreel("fetch", "--wait", site.story(0)).status == 0)
        let seen = try await installation.newsreel("tail", "pages", "-n", "1", "--show-cursor", "-o", "cat")
        let cursor = try #require(seen.output.last?.split(separator: " ").last).description
        #expect(try await installation.newsreel(["fetch", "--wait"] + (1..<80).map { site.story($0) }).status == 0)
        try await daemon.stop()

        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(text + "retention: {pages: {age: 30d, size: 1MiB}}\n")
        let again = try await installation.start()
        defer { again.signal(SIGKILL) }
        try await again.errors.first("a removal") { $0.contains("pages was removed by its retention") }
        let rest = try await installation.newsreel("tail", "pages", "--after-cursor", cursor, "-o", "json")
        #expect(rest.status == 0)
        #expect(rest.errors.count == 1 && rest.errors[0].contains("of pages are missing here: removed by"), "\(rest)")
        #expect(!rest.output.isEmpty, "what is kept follows")
        #expect(try await again.stop().status == 0)
    }
}

/// A client that asks for a reel, follows it, and reads nothing until it is told to.
private final class StuckReader: Sendable {
    private let descriptor: Descriptor

    init(_ path: String, reel: String) throws {
        let number = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        descriptor = Descriptor(owning: number, name: path)
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var name = try SocketName(path)
        guard name.withSocketAddress({ connect(number, $0, $1) }) == 0 else { throw SystemError("connect", path) }
        let request = Array("GET /v1/reels/\(reel)/records?n=0&follow=true HTTP/1.1\r\nHost: x\r\n\r\n".utf8)
        guard send(number, request, request.count, CInt(MSG_NOSIGNAL)) == request.count else {
            throw SystemError("send", path)
        }
        // The head comes once the daemon follows.
        var head = [UInt8](repeating: 0, count: 16)
        guard recv(number, &head, head.count, 0) == head.count else { throw SystemError("recv", path) }
    }

    /// Reads until there are so many lines of JSON.
    func read(_ count: Int) async throws -> [String] {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { [descriptor] in
                continuation.resume(with: Result { try StuckReader.lines(count, of: descriptor) })
            }
        }
    }

    private static func lines(_ count: Int, of descriptor: Descriptor) throws -> [String] {
        var bytes: [UInt8] = []
        var found = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        // Chunks may end anywhere; each line of this reel begins alike, and a chunk's length stands on a line of its own.
        while found < count {
            let got = recv(descriptor.number, &buffer, buffer.count, 0)
            guard got > 0 else { throw SystemError("recv", descriptor.name) }
            found += buffer[..<got].count { $0 == UInt8(ascii: "\n") }
            bytes += buffer[..<got]
            let text = String(decoding: bytes, as: UTF8.self)
            found = text.split(whereSeparator: \.isNewline).count { $0.hasPrefix("{\"schema\"") && $0.hasSuffix("}") }
        }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
            .filter { $0.hasPrefix("{\"schema\"") }
    }
}
