internal import Glibc
internal import Posix

/// A state directory held against a daemon, for as long as the value lives.
package struct StateHold: Sendable {
    private let file: Descriptor?

    /// Takes the daemon's lock; nil where a daemon holds it. A directory in which none ever ran needs no lock.
    package init?(_ stateDirectory: String) throws(ReelError) {
        let path = stateDirectory + "/lock"
        do {
            guard access(path, F_OK) == 0 else {
                file = nil
                return
            }
            let file = try Descriptor.open(path, O_RDWR)
            guard try file.lockExclusively() else { return nil }
            self.file = file
        } catch {
            throw ReelError(.openFailed, reel: "", path: path, underlying: error)
        }
    }
}
