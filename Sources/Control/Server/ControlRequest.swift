package import ControlProtocol
package import Posix

/// One request of a client, read whole.
package struct ControlRequest: Sendable {
    /// The most bytes a body may have.
    package static let maximumBodyBytes = 1_048_576

    package let endpoint: Endpoint
    /// The path as it was asked for.
    package let path: String
    /// The values of the path's braces, decoded.
    package let parameters: [String: String]
    /// The query's items, decoded, in order.
    package let query: [(name: String, value: String)]
    /// The media type that the client prefers; empty where it says none.
    package let accept: String
    package let body: [UInt8]
    /// Who asks.
    package let peer: PeerCredentials

    /// A parameter of the path.
    package func parameter(_ name: String) throws(ErrorReport) -> String {
        guard let value = parameters[name] else { throw ErrorReport(.badRequest, "the path lacks {\(name)}") }
        return value
    }

    /// The first item of the query with a name.
    package func queryItem(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// The body as a value of the protocol.
    package func value<Value: WireValue>(_ type: Value.Type = Value.self) throws(ErrorReport) -> Value {
        do {
            return try Value(json: body)
        } catch {
            throw ErrorReport(.badRequest, "the request's body: \(error.reason)")
        }
    }
}
