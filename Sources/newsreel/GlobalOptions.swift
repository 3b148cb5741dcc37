internal import ArgumentParser
internal import ControlClient
internal import Foundation

/// What every command takes, before its name or after it.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: "The daemon's control socket (default: $NEWSREEL_SOCKET, else /run/newsreel/newsreel.sock).",
        completion: .file())
    var socket: String?

    @Flag(help: "Print JSON.")
    var json = false

    /// A client for the socket that is meant.
    var client: ControlClient { ControlClient(socket: path(environment: ProcessInfo.processInfo.environment)) }

    /// The option, else the variable, else the place where the service has it.
    func path(environment: [String: String]) -> String {
        if let socket { return socket }
        if let socket = environment["NEWSREEL_SOCKET"], !socket.isEmpty { return socket }
        return "/run/newsreel/newsreel.sock"
    }
}
