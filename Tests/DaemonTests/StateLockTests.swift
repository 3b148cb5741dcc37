import Config
import Foundation
import Glibc
import Posix
import Testing

@testable import Daemon

/// A state directory's place in a folder that goes with the test.
final class TestState {
    let folder = FileManager.default.temporaryDirectory.appending(path: "state-\(UUID())").path
    let places: Places

    init(_ path: String = "news") throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var configuration = Configuration()
        configuration.stateDirectory = "\(folder)/\(path)"
        places = Places(configurationPath: "", configuration: configuration, environment: [:])
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: folder) } catch { print(error) }
    }
}

@Suite struct StateLockTests {
    @Test func eachReasonHasItsRemedy() {
        let readOnly = StateLock.remedy(SystemError("mkdir", "/srv/n", code: EROFS), "/srv/n")
        #expect(readOnly.contains("systemctl edit newsreeld") && readOnly.contains("ReadWritePaths=/srv/n"))
        #expect(StateLock.remedy(SystemError("mkdir", "/srv/n", code: EACCES), "/srv/n").contains("chown"))
        #expect(StateLock.remedy(SystemError("mkdir", "/srv/n", code: ENOTDIR), "/srv/n").contains("a directory"))
    }

    private func failure(_ body: () throws -> StateLock) -> DaemonError? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? DaemonError
        }
    }

    @Test func theDirectoryIsMadeAndTheLockSaysWhoHoldsIt() throws {
        let state = try TestState("deep/below/news")
        let lock = try StateLock(state.places)
        let text = try String(contentsOfFile: state.places.lock, encoding: .utf8)
        #expect(text == "\(getpid())\n")
        withExtendedLifetime(lock) {}
    }

    @Test func aSecondHolderIsRefusedAndToldOfTheFirst() throws {
        let state = try TestState()
        let lock = try StateLock(state.places)
        let error = try #require(failure { try StateLock(state.places) })
        #expect(error.code == .locked)
        #expect(error.description.contains("process \(getpid())"))
        #expect(error.description.contains(state.places.state))
        #expect(!error.description.contains("\n"))
        #expect(try String(contentsOfFile: state.places.lock, encoding: .utf8) == "\(getpid())\n")
        withExtendedLifetime(lock) {}
    }

    @Test func theLockIsFreeWhenItsHolderIsGone() throws {
        let state = try TestState()
        _ = try StateLock(state.places)
        // A longer number of an earlier process is not left behind.
        try "99999999999\n".write(toFile: state.places.lock, atomically: false, encoding: .utf8)
        let lock = try StateLock(state.places)
        #expect(try String(contentsOfFile: state.places.lock, encoding: .utf8) == "\(getpid())\n")
        withExtendedLifetime(lock) {}
    }

    @Test func aFileInTheDirectorysPlaceIsOneClearLine() throws {
        let state = try TestState("file/news")
        try "".write(toFile: state.folder + "/file", atomically: true, encoding: .utf8)
        let error = try #require(failure { try StateLock(state.places) })
        #expect(error.code == .stateDirectory)
        #expect(error.description.contains("the state directory \(state.places.state) cannot be used"))
        #expect(error.description.contains("state_directory"))
        #expect(!error.description.contains("\n"))
    }
}
