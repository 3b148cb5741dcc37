import ControlClient
import ControlProtocol
import Foundation
import Logging
import Loopback
import Model
import Posix
import Synchronization
import Testing

@testable import ControlServer

@Suite struct StreamTests {
    @Test func linesArriveWhileTheStreamIsOpen() async throws {
        let (lines, feed) = AsyncStream<[UInt8]>.makeStream()
        let texts = try await withServer {
            $0.on(.records) { _ in
                .stream { writer in
                    for await line in lines { try await writer.write(line) }
                }
            }
        } _: { client in
            try await within {
                try await client.request(.records, parameters: ["name": "articles"]) { answer in
                    #expect(answer.contentType == ContentType.jsonLines)
                    var texts: [String] = []
                    feed.yield(Array("{\"a\":1}\n".utf8))
                    for try await line in answer.lines {
                        texts.append(line.text)
                        if texts.count == 1 { feed.yield(Array("{\"a\":2}\n{\"a\":3}\n".utf8)) }
                        if texts.count == 3 { feed.finish() }
                    }
                    return texts
                }
            }
        }
        #expect(texts == ["{\"a\":1}", "{\"a\":2}", "{\"a\":3}"])
    }

    @Test func aClientThatGoesEndsTheHandler() async throws {
        let ended = Signal()
        try await withServer { router in
            router.on(.records) { _ in
                .stream { writer in
                    defer { ended.fire() }
                    try await writer.write(Array("open\n".utf8))
                    try await untilCancelled()
                }
            }
        } _: { client in
            do {
                let socket = try RawSocket.connect(client.socket)
                try await socket.send("GET /v1/reels/articles/records HTTP/1.1\r\nHost: x\r\n\r\n")
                _ = try await socket.read(until: "open\n")
            }
            try await within { await ended.wait() }
        }
    }

    @Test func aServerThatStopsSaysSoInItsStreams() async throws {
        let directory = try TemporaryDirectory()
        var router = Router()
        router.on(.records) { _ in
            .stream { writer in
                try await writer.write(Array("open\n".utf8))
                try await untilCancelled()
            }
        }
        let socket = try ControlSocket.open(path: directory.path + "/s", group: nil)
        let server = ControlServer(socket: socket, router: router, logger: Logger(label: "test"))
        let running = Task { try await server.run() }
        let client = try RawSocket.connect(socket.path)
        try await client.send("GET /v1/reels/articles/records HTTP/1.1\r\nHost: x\r\n\r\n")
        _ = try await client.read(until: "open\n")
        running.cancel()
        let rest = try await client.read()
        #expect(rest.contains("\"code\":\"stopping\""))
        try await within { try await running.value }
        #expect(throws: SystemError.self) { try RawSocket.connect(socket.path) }
    }

    @Test func anErrorInAStreamIsItsLastLine() async throws {
        let lines = try await withServer { router in
            router.on(.rebuildCatalog) { _ in
                .stream { writer in
                    try await writer.write(
                        RebuildProgress(.progress, reel: nil, records: 1, bytes: 1, totalBytes: 2).line)
                    throw ErrorReport(.failed, "the disk is full")
                }
            }
        } _: { client in
            try await client.request(.rebuildCatalog) { answer in
                var lines: [[UInt8]] = []
                for try await line in answer.lines { lines.append(line) }
                return lines
            }
        }
        #expect(lines.count == 2)
        #expect(try ErrorReport(json: try #require(lines.last)) == ErrorReport(.failed, "the disk is full"))
    }

    @Test func manyLinesArriveWholeAndInOrder() async throws {
        let count = try await withServer { router in
            router.on(.records) { _ in
                .stream { writer in
                    for number in UInt64(0)..<3000 { try await writer.write(RecordLine.missed(bytes: number).line) }
                }
            }
        } _: { client in
            try await client.request(.records, parameters: ["name": "pages"]) { answer in
                var next: UInt64 = 0
                for try await line in answer.lines {
                    #expect(try RecordLine(line: line) == .missed(bytes: next))
                    next += 1
                }
                return next
            }
        }
        #expect(count == 3000)
    }

    @Test func linesThatComeTogetherGoOutTogether() async throws {
        try await withServer { router in
            router.on(.records) { _ in
                .stream { writer in for _ in 0..<100 { try await writer.write(Array("line\n".utf8)) } }
            }
        } _: { client in
            let socket = try RawSocket.connect(client.socket)
            try await socket.send("GET /v1/reels/articles/records HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            let answer = try await socket.read()
            let lines = answer.replacing("\r\n", with: "\n").split(separator: "\n")
            #expect(lines.count { $0 == "line" } == 100)
            // What is sent at a time is a chunk, and has its length before it.
            #expect(lines.count < 150)
        }
    }

    @Test func linesNeverGoOutBeforeTheHead() async throws {
        let (holding, held, read) = (Signal(), Signal(), Signal())
        let lines = try await withServer { router in
            router.on(.records) { _ in
                .stream { writer in
                    try await writer.write(Array("open\n".utf8))
                    await holding.wait()
                    // The thread that all connections share is late, and has other things to do before it comes to the other's head.
                    writer.onLoop {
                        for _ in 0..<10 { writer.onLoop {} }
                        held.fire()
                        // The loop's own timers have no other clock: it must be late by more than lines are gathered for.
                        Thread.sleep(forTimeInterval: 0.1)
                    }
                }
            }
            router.on(.rebuildCatalog) { _ in
                holding.fire()
                await held.wait()
                return .stream { writer in
                    try await writer.write(Array("{}\n".utf8))
                    await read.wait()
                }
            }
        } _: { client in
            let other = try RawSocket.connect(client.socket)
            try await other.send("GET /v1/reels/articles/records HTTP/1.1\r\nHost: x\r\n\r\n")
            _ = try await other.read(until: "open\n")
            return try await client.request(.rebuildCatalog) { answer in
                var lines: [String] = []
                for try await line in answer.lines {
                    lines.append(line.text)
                    read.fire()
                }
                return lines
            }
        }
        #expect(lines == ["{}"])
    }

    @Test func aClientThatDoesNotReadHoldsTheHandlerUp() async throws {
        let written = Mutex(0)
        let ended = Signal()
        try await withServer { router in
            router.on(.records) { _ in
                .stream { writer in
                    defer { ended.fire() }
                    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 1023) + [0x0A]
                    for _ in 0..<100_000 {
                        try await writer.write(line)
                        written.withLock { $0 += 1 }
                    }
                }
            }
        } _: { client in
            do {
                let socket = try RawSocket.connect(client.socket)
                try await socket.send("GET /v1/reels/articles/records HTTP/1.1\r\nHost: x\r\n\r\n")
                var (before, unchanged) = (0, 0)
                while unchanged < 10 {
                    // That nothing more is written has no event of its own; a writer that is not held up writes all it has, and fails below.
                    try await Task.sleep(for: .milliseconds(20))
                    let now = written.withLock { $0 }
                    unchanged = now > 0 && now == before ? unchanged + 1 : 0
                    before = now
                }
                #expect(before < 10_000, "kibibytes")
            }
            try await within { await ended.wait() }
        }
    }
}
