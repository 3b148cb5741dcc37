import Foundation
import Glibc
import Posix
import Reel
import Synchronization

/// A disk that fails by a schedule and forgets what was not synced.
///
/// Writes go to real files, so that readers and recovery see them; what a crash would leave is kept beside.
final class FaultyDisk: Sendable {
    /// In how many of 1000 calls something goes wrong.
    struct Rates {
        var write = 0
        var sync = 0
        var truncate = 0
        var open = 0
    }

    struct File {
        var content: [UInt8] = []
        var durable: [UInt8] = []
    }

    struct State {
        var generator: SeededGenerator
        var rates: Rates
        /// The number of further calls that are answered; then all fail, as in a machine that stops.
        var callsLeft: Int
        var files: [String: File] = [:]
        var injected = 0

        /// Whether the next call fails; with ENOSPC or EIO.
        mutating func fault(_ rate: Int) -> CInt? {
            callsLeft -= 1
            if callsLeft < 0 { return EIO }
            guard Int.random(in: 0..<1000, using: &generator) < rate else { return nil }
            injected += 1
            return Bool.random(using: &generator) ? EIO : ENOSPC
        }
    }

    private let state: Mutex<State>

    init(seed: UInt64, rates: Rates = Rates(), callsLeft: Int = .max) {
        state = Mutex(State(generator: SeededGenerator(seed: seed), rates: rates, callsLeft: callsLeft))
    }

    var injected: Int { state.withLock { $0.injected } }

    func set(_ rates: Rates, callsLeft: Int = .max) {
        state.withLock { state in
            state.rates = rates
            state.callsLeft = callsLeft
        }
    }

    var opener: SegmentOpener {
        { (path, flags) throws(SystemError) in
            if let code = self.state.withLock({ $0.fault($0.rates.open) }) {
                throw SystemError("open", path, code: code)
            }
            let file = try Descriptor.open(path, flags)
            let isNew = flags & O_CREAT != 0
            let size = try file.size()
            self.state.withLock { state in
                guard isNew || state.files[path] == nil else { return }
                let content = FileManager.default.contents(atPath: path).map { Array($0) } ?? []
                state.files[path] = File(content: isNew || size == 0 ? [] : content, durable: content)
            }
            return FaultyFile(disk: self, path: path, descriptor: file)
        }
    }

    /// Leaves in each file what was synced, and of what was not a prefix in which sectors may be zeros.
    func crash() throws {
        try state.withLock { state in
            for (path, file) in state.files where FileManager.default.fileExists(atPath: path) {
                var left = file.durable
                let extra = file.content.count - left.count
                if extra > 0 {
                    let kept = Int.random(in: 0...extra, using: &state.generator)
                    var tail = Array(file.content[left.count..<left.count + kept])
                    for start in stride(from: 0, to: kept, by: 512)
                    where Int.random(in: 0..<8, using: &state.generator) == 0 {
                        for index in start..<min(start + 512, kept) { tail[index] = 0 }
                    }
                    left += tail
                }
                try Data(left).write(to: URL(filePath: path))
                state.files[path] = File(content: left, durable: left)
            }
        }
    }

    fileprivate func write(_ bytes: UnsafeRawBufferPointer, at position: UInt64, _ file: FaultyFile) throws(SystemError)
    {
        let (count, code) = state.withLock { state -> (Int, CInt?) in
            guard let code = state.fault(state.rates.write) else { return (bytes.count, nil) }
            return (state.callsLeft < 0 ? 0 : Int.random(in: 0...bytes.count, using: &state.generator), code)
        }
        let part = UnsafeRawBufferPointer(rebasing: bytes[..<count])
        try file.descriptor.writeAll(part, at: position)
        state.withLock { state in
            var content = state.files[file.path]?.content ?? []
            if content.count < Int(position) + count {
                content += [UInt8](repeating: 0, count: Int(position) + count - content.count)
            }
            content.replaceSubrange(Int(position)..<Int(position) + count, with: part)
            state.files[file.path]?.content = content
        }
        if let code { throw SystemError("write", file.path, code: code) }
    }

    fileprivate func synchronize(_ file: FaultyFile) throws(SystemError) {
        let code = state.withLock { state -> CInt? in
            if let code = state.fault(state.rates.sync) { return code }
            if let content = state.files[file.path]?.content { state.files[file.path]?.durable = content }
            return nil
        }
        if let code { throw SystemError("fdatasync", file.path, code: code) }
    }

    fileprivate func truncate(to size: UInt64, _ file: FaultyFile) throws(SystemError) {
        if let code = state.withLock({ $0.fault($0.rates.truncate) }) {
            throw SystemError("ftruncate", file.path, code: code)
        }
        try file.descriptor.truncate(to: size)
        state.withLock { state in
            guard var known = state.files[file.path] else { return }
            known.content = Array(known.content.prefix(Int(size)))
            known.durable = Array(known.durable.prefix(Int(size)))
            state.files[file.path] = known
        }
    }
}

private struct FaultyFile: SegmentFile {
    let disk: FaultyDisk
    let path: String
    let descriptor: Descriptor

    func write(_ bytes: UnsafeRawBufferPointer, at position: UInt64) throws(SystemError) {
        try disk.write(bytes, at: position, self)
    }
    func synchronize() throws(SystemError) { try disk.synchronize(self) }
    func truncate(to size: UInt64) throws(SystemError) { try disk.truncate(to: size, self) }
}
