import Foundation
import Glibc

/// A new process with its three standard descriptors and no others, and with every signal as it is by default.
struct Spawn {
    private let path: String
    private let arguments: [String]
    private let environment: [String]

    init(_ path: String, _ arguments: [String], _ environment: [String: String]) {
        self.path = path
        self.arguments = [path] + arguments
        self.environment = environment.map { "\($0)=\($1)" }
    }

    /// The process' number. Closes `output` and `errors` here.
    func start(input: CInt, output: CInt, errors: CInt) throws -> pid_t {
        defer {
            close(output)
            close(errors)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in [input, output, errors].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, CInt(number))
        }
        try Spawn.closeFrom(3, &actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads of a test block signals, and a child would take that over.
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var number: pid_t = 0
        let result = Spawn.withStrings(arguments) { arguments in
            Spawn.withStrings(environment) { environment in
                posix_spawn(&number, path, &actions, &attributes, arguments, environment)
            }
        }
        guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: result) ?? .EIO) }
        return number
    }

    /// Has the child close every descriptor from a number on, so that it holds no other test's connection open.
    private static func closeFrom(_ number: CInt, _ actions: inout posix_spawn_file_actions_t) throws {
        // glibc declares it for C programs that ask for its extensions only.
        typealias CloseFrom = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, CInt) -> CInt
        guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else { throw POSIXError(.ENOSYS) }
        _ = unsafeBitCast(symbol, to: CloseFrom.self)(&actions, number)
    }

    private static func withStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}

/// A pipe whose writing end goes to a child.
struct OutputPipe {
    let reading: CInt
    let writing: CInt

    init() throws {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        (reading, writing) = (ends[0], ends[1])
    }

    /// Reads lines on a thread of its own until the last writer is gone.
    func read(into log: LineLog) {
        let reading = reading
        Thread.detachNewThread {
            var rest: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = Glibc.read(reading, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                rest += buffer[..<count]
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    log.append(String(decoding: rest[..<end], as: UTF8.self))
                    rest.removeFirst(end + 1)
                }
            }
            close(reading)
            if !rest.isEmpty { log.append(String(decoding: rest, as: UTF8.self)) }
            log.close()
        }
    }
}
