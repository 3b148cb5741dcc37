internal import Foundation

/// `newsreeld rebuild-catalog` as a program of its own: the catalog is the daemon's affair, and so is its lock.
struct LocalRebuild {
    private let program: String
    private let stateDirectory: String

    /// Finds newsreeld beside this program, or where the shell would.
    init(stateDirectory: String) throws {
        self.stateDirectory = stateDirectory
        var places = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/newsreeld" }
        if let own = Bundle.main.executablePath, let end = own.lastIndex(of: "/") {
            places.insert(own[..<end] + "/newsreeld", at: 0)
        }
        guard let program = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw CommandFailure("newsreeld is neither beside this program nor in PATH")
        }
        self.program = program
    }

    /// Gives each line to `show`, until one is the last. What is wrong the program says itself, on standard error.
    func run(_ show: ([UInt8]) throws -> Bool) async throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["rebuild-catalog", "--json", "--state-directory", stateDirectory]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var buffer: [UInt8] = []
        while let bytes = try pipe.fileHandleForReading.read(upToCount: 1 << 16), !bytes.isEmpty {
            buffer += bytes
            while let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                _ = try show(Array(buffer[..<end]))
                buffer.removeSubrange(...end)
            }
        }
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else { throw FoundDamage() }
    }
}
